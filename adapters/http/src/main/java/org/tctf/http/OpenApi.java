package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents that the compiler made of all controllers on the class path, as the rule for what may come in: what is
 * documented and what is checked cannot differ. Read at the first request, each operation compiled at its own first
 * request, because starting up must be quick.
 */
@Singleton
final class OpenApi {
    private static final String RESOURCE = "META-INF/swagger/openapi.json";

    private record Raw(JsonNode operation, JsonNode document) {}

    private final Map<String, Optional<Operation>> compiled = new ConcurrentHashMap<>();
    private volatile Map<String, Raw> raw = Map.of();

    /** The operation behind a route; none when no document has it. */
    Optional<Operation> operation(RoutePolicy route) {
        return compiled.computeIfAbsent(
                route.name(),
                name -> Optional.ofNullable(raw().get(key(route.method(), route.template())))
                        .map(found -> Operation.of(found.operation(), found.document())));
    }

    private Map<String, Raw> raw() {
        if (raw.isEmpty()) {
            raw = read();
        }
        return raw;
    }

    private static Map<String, Raw> read() {
        ObjectMapper mapper = JsonMapper.builder().build();
        Map<String, Raw> operations = new HashMap<>();
        try {
            for (URL url : Collections.list(OpenApi.class.getClassLoader().getResources(RESOURCE))) {
                JsonNode document = document(mapper, url);
                document.path("paths")
                        .properties()
                        .forEach(path -> path.getValue()
                                .properties()
                                .forEach(method -> operations.put(
                                        key(method.getKey(), path.getKey()), new Raw(method.getValue(), document))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
        }
        return Map.copyOf(operations);
    }

    private static JsonNode document(ObjectMapper mapper, URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return mapper.readTree(in);
        }
    }

    /** A path's variables may be named differently in the route and in the document. */
    static String key(String method, String template) {
        StringBuilder key = new StringBuilder(method.toUpperCase(Locale.ROOT)).append(' ');
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : 0;
            if (depth == 0 || c == '{') {
                key.append(c);
            }
            depth -= c == '}' ? 1 : 0;
        }
        return key.toString();
    }
}
