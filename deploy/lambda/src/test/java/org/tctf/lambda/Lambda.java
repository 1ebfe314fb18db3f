package org.tctf.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.TokenVerifier;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;

/** The container with the notes service over a table in a folder: the ways in, without AWS behind them. */
final class Lambda implements AutoCloseable {
    static final String GOOD = "Bearer of-ada";
    static final String EXPIRED = "Bearer expired";

    private final SqliteTables files;
    private final Container container;

    Lambda() {
        try {
            files = SqliteTables.open(
                    Files.createTempDirectory("tctf-lambda"), Durability.RELAXED, InstantSource.system());
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.v7(InstantSource.system(), random);
        Map<String, ServiceTable> opened = new ConcurrentHashMap<>();
        ServiceTables tables = service -> opened.computeIfAbsent(
                service.name(),
                name -> new ServiceTable(
                        service,
                        files.of(service),
                        new JacksonCodec(),
                        new JsonEventSchemas(),
                        new Cursors(new SecretKeySpec(new byte[32], "AES"), random),
                        InstantSource.system(),
                        ids));
        TokenVerifier tokens = Lambda::verify;
        container = Container.start(
                new Surroundings(Map.of("TCTF_STAGE", "test", "TCTF_PUBLIC_URL", "https://tctf.example")),
                tables,
                ids,
                tokens);
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
        files.close();
    }

    private static Principal verify(String token) {
        return switch (token) {
            case "of-ada" -> new Principal("ada", Set.of(Role.MEMBER), "session", Instant.EPOCH);
            case "expired" -> throw Problem.unauthenticated("TOKEN_EXPIRED", "It has expired.");
            default -> throw Problem.unauthenticated("INVALID_TOKEN", "It is not ours.");
        };
    }
}
