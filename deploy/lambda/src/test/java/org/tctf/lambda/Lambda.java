package org.tctf.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Stage;
import org.tctf.flags.FlagFile;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.Problem;
import org.tctf.lambda.notes.NotesService;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;

/** The container with the notes service over DynamoDB Local: the ways in, without Lambda around them. */
final class Lambda implements AutoCloseable {
    static final String GOOD = "Bearer of-ada";
    static final String EXPIRED = "Bearer expired";

    private final Container container;

    Lambda() {
        Stage stage = new Stage("l" + UUID.randomUUID().toString().substring(0, 8));
        LocalTables tables = new LocalTables(LocalDynamo.shared().client());
        tables.create(stage, NotesService.DEFINITION);
        tables.createGuards(stage);
        container = Container.start(
                new Surroundings(Map.of("TCTF_STAGE", stage.name(), "TCTF_PUBLIC_URL", "https://tctf.example")),
                LocalDynamo.shared().client(),
                new Tokens(),
                FlagFile.flags(
                        Path.of("target", "no-flags"), List.of(NotesService.DEFINITION), InstantSource.system()));
    }

    Container container() {
        return container;
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    static ObjectNode request(String method, String path, @Nullable String body) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("httpMethod", method).put("path", path).put("resource", path).put("body", body);
        event.withObject("/multiValueHeaders").putArray("Content-Type").add("application/json");
        event.withObject("/requestContext/identity").put("sourceIp", "203.0.113.7");
        return event;
    }

    static ObjectNode with(ObjectNode event, String header, String value) {
        event.withObject("/multiValueHeaders").putArray(header).add(value);
        return event;
    }

    @Override
    public void close() {
        container.close();
    }

    private static final class Tokens implements TokenVerifier {

        @Override
        public Principal verify(String token) {
            return switch (token) {
                case "of-ada" -> new Principal("ada", Set.of(Role.MEMBER), "session", Instant.EPOCH);
                case "expired" -> throw Problem.unauthenticated("TOKEN_EXPIRED", "It has expired.");
                default -> throw Problem.unauthenticated("INVALID_TOKEN", "It is not ours.");
            };
        }

        @Override
        public boolean hasEnded(String sessionId, Instant since) {
            return false;
        }
    }
}
