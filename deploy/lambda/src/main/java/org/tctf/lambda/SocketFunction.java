package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.FunctionKind;
import org.tctf.http.ClientAddress;
import org.tctf.http.SocketPipeline;
import org.tctf.http.SocketPipeline.Handshake;
import org.tctf.kernel.socket.SocketTicket;
import org.tctf.kernel.table.ServiceTables;

/**
 * {@code $connect}, {@code $disconnect}, the named routes and {@code $default} of the service's WebSocket API (Lambda proxy
 * integration), through the one pipeline. An answer goes back as the route's response, not by the management API: in
 * order, and without a second call.
 */
public final class SocketFunction extends ServiceFunction {
    private static final int OK = 200;

    private final SocketPipeline pipeline;

    public SocketFunction() {
        this(Container.ofProcess());
    }

    SocketFunction(Container container) {
        super(container);
        pipeline = beans().getBean(SocketPipeline.class);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        JsonNode context = event.path("requestContext");
        String connectionId = context.path("connectionId").asText();
        return switch (context.path("eventType").asText()) {
            case "CONNECT" -> connect(event, connectionId);
            case "DISCONNECT" -> disconnect(connectionId);
            case "MESSAGE" -> message(event, connectionId);
            default ->
                throw new IllegalArgumentException(
                        "no event of a WebSocket API, which is what %s takes".formatted(FunctionKind.SOCKET.handler()));
        };
    }

    /** Connects to the table and to the keys that sessions are checked by; lets nobody in. */
    @Override
    void prime() {
        Priming.read(beans().getBean(ServiceTables.class).of(service()));
        pipeline.message(service(), "priming", "{\"action\":\"ping\"}");
    }

    private JsonNode connect(JsonNode event, String connectionId) {
        try {
            pipeline.connect(new Handshake(
                    service(),
                    connectionId,
                    text(event.path("queryStringParameters").path(SocketTicket.PARAMETER)),
                    header(event, "Origin"),
                    header(event, "Host"),
                    ClientAddress.grouped(
                            event.at("/requestContext/identity/sourceIp").asText())));
            return answer(OK, Optional.empty());
        } catch (RuntimeException refused) {
            SocketPipeline.Refusal refusal = pipeline.refusal(service(), refused);
            ObjectNode answer = answer(refusal.status(), Optional.of(refusal.body()));
            answer.putObject("headers").put("Content-Type", "application/problem+json");
            return answer;
        }
    }

    private JsonNode disconnect(String connectionId) {
        pipeline.disconnect(service(), connectionId);
        return answer(OK, Optional.empty());
    }

    private JsonNode message(JsonNode event, String connectionId) {
        if (event.path("isBase64Encoded").asBoolean()) {
            return answer(OK, Optional.of(pipeline.unreadable(service())));
        }
        return answer(
                OK, pipeline.message(service(), connectionId, event.path("body").asText()));
    }

    private static ObjectNode answer(int status, Optional<String> body) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("statusCode", status);
        body.ifPresent(text -> answer.put("body", text));
        return answer;
    }

    /** Header names come as the client wrote them. */
    private static @Nullable String header(JsonNode event, String name) {
        return event.path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
