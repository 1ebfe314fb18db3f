package org.tctf.app.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tctf.http.SocketSchemas;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.SocketTicket;

/** A service's WebSocket in its AsyncAPI document: what it takes, what it answers, what it pushes. */
final class SocketChannel {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CHANNEL = "socket";
    private static final int MAX_NAME = 64;

    private final ServiceDefinition service;
    private final Socket socket;
    private final ObjectNode channel;
    private final ObjectNode operations;
    private final ObjectNode messages;

    private SocketChannel(ServiceDefinition service, ObjectNode document) {
        this.service = service;
        socket = service.requireSocket();
        channel = document.withObject("/channels").putObject(CHANNEL);
        operations = document.withObject("/operations");
        messages = document.withObject("/components/messages");
    }

    static void describe(ServiceDefinition service, ObjectNode document) {
        new SocketChannel(service, document).describe();
    }

    private void describe() {
        channel.put("address", socket.path()).put("description", """
                A WebSocket (RFC 6455) of JSON texts. Connect to the url of a ticket, which is given over HTTP for an access \
                token, opens one connection, once, within %d seconds, and is refused with an HTTP answer otherwise. A connection \
                lasts %d minutes at most, and %d minutes without a message; it ends with the session it was opened with. A \
                member has at most %d. A message has at most %d bytes, a frame at most %d. A client that does not read is \
                disconnected. Whoever connects, or connects again, reads the state over HTTP: pushes may be missed, and may come \
                twice.""".formatted(
                        SocketTicket.LIFETIME.toSeconds(),
                        Connection.LIFETIME.toMinutes(),
                        Connection.IDLE.toMinutes(),
                        MemberSockets.MAX,
                        RealtimeGateway.MAX_MESSAGE,
                        RealtimeGateway.MAX_FRAME));
        ObjectNode query = channel.putObject("bindings")
                .putObject("ws")
                .put("method", "GET")
                .putObject("query")
                .put("type", "object");
        query.putObject("properties").putObject(SocketTicket.PARAMETER).put("type", "string");
        query.putArray("required").add(SocketTicket.PARAMETER);
        channel.putObject("messages");
        message("answer", "What an action has led to.", frame("answer", "action", "body"));
        message("pong", "The answer to a ping.", frame("pong"));
        message("problem", "A message that was refused, with the problem of RFC 9457.", frame("problem", "problem"));
        action(Socket.PING, "Keeps an idle connection open.", call(Socket.PING, JSON.objectNode()), "pong");
        socket.actions().forEach(action -> {
            JsonNode schema = schema(action.name());
            action(
                    action.name(),
                    schema.path("description").asText(),
                    call(action.name(), (ObjectNode) schema),
                    "answer");
        });
        socket.pushes().forEach(push -> {
            JsonNode schema = schema(push.type());
            message(push.type(), schema.path("description").asText(), schema);
            operation("push-" + push.type(), "send", push.type());
        });
    }

    private void action(String name, String summary, ObjectNode schema, String answer) {
        message(name, summary, schema);
        ObjectNode reply = operation("on-" + name, "receive", name).putObject("reply");
        reply.set("channel", reference("#/channels/" + CHANNEL));
        ArrayNode answers = reply.putArray("messages");
        List.of(answer, "problem").forEach(one -> answers.add(reference("#/channels/socket/messages/" + one)));
    }

    private ObjectNode operation(String name, String action, String message) {
        ObjectNode operation = operations.putObject(name).put("action", action);
        operation.set("channel", reference("#/channels/" + CHANNEL));
        operation.putArray("messages").add(reference("#/channels/socket/messages/" + message));
        return operation;
    }

    private void message(String name, String summary, JsonNode schema) {
        String component = CHANNEL + "." + name;
        ((ObjectNode) channel.path("messages")).set(name, reference("#/components/messages/" + component));
        messages.putObject(component)
                .put("name", component)
                .put("title", name)
                .put("summary", summary)
                .put("contentType", "application/json")
                .putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .set("schema", schema);
    }

    /** An action's own schema knows nothing of what all messages have. */
    private static ObjectNode call(String action, ObjectNode own) {
        ObjectNode schema = own.deepCopy().put("type", "object");
        ObjectNode properties = schema.withObject("/properties");
        properties.putObject("action").put("const", action);
        properties.set("ref", text("The client's own mark; it comes back in what answers this."));
        schema.withArray("/required").add("action");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode frame(String type, String... required) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", type);
        properties.set("ref", text("That of the message which this answers, if it had one."));
        properties.set("action", text("That of the message which this answers."));
        properties.putObject("body").put("type", "object");
        properties.putObject("problem").put("type", "object");
        ArrayNode names = schema.putArray("required").add("type");
        List.of(required).forEach(names::add);
        return schema;
    }

    private static ObjectNode text(String description) {
        return JSON.objectNode()
                .put("description", description)
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", MAX_NAME);
    }

    private JsonNode schema(String name) {
        return SocketSchemas.document(service, name)
                .orElseThrow(
                        () -> new IllegalStateException("'%s' has no schema; add src/main/resources/sockets/%s/%s.json"
                                .formatted(name, service.name(), name)));
    }

    private static ObjectNode reference(String pointer) {
        return JSON.objectNode().put("$ref", pointer);
    }
}
