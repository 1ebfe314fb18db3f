package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The JSON Schemas (2020-12) of what goes over a socket, in the service's resources as {@code sockets/<service>/<name>.json}:
 * of an action the message without {@code action} and {@code ref}, of a push the whole frame. Each is compiled when it is first
 * needed.
 */
@Singleton
public final class SocketSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** The schema itself, for documents and tests; none when there is no such file. */
    public static Optional<JsonNode> document(ServiceDefinition service, String name) {
        String path = path(service, name);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader from = loader == null ? SocketSchemas.class.getClassLoader() : loader;
        try (InputStream text = from.getResourceAsStream(path)) {
            return text == null ? Optional.empty() : Optional.of(JSON.readTree(text));
        } catch (IOException notJson) {
            throw new IllegalStateException("the schema %s is not JSON".formatted(path), notJson);
        }
    }

    /** What is wrong with a frame; nothing when all is well. */
    public List<Problem.FieldError> errors(ServiceDefinition service, String name, JsonNode frame) {
        return compiled.computeIfAbsent(path(service, name), path -> Schema.of(require(service, name)))
                .errors(frame, "");
    }

    /** @throws Problem {@code VALIDATION_ERROR} with every error's pointer, code and sentence */
    void check(ServiceDefinition service, String action, JsonNode body) {
        List<Problem.FieldError> errors = errors(service, action, body);
        if (!errors.isEmpty()) {
            throw Validation.problem(errors);
        }
    }

    private static JsonNode require(ServiceDefinition service, String name) {
        return document(service, name)
                .orElseThrow(() -> new IllegalStateException("'%s' has no schema; add src/main/resources/%s to %s"
                        .formatted(name, path(service, name), service.name())));
    }

    private static String path(ServiceDefinition service, String name) {
        return "sockets/%s/%s.json".formatted(service.name(), name);
    }
}
