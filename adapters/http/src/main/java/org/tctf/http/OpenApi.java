package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
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
        Map<String, Raw> operations = new HashMap<>();
        for (JsonNode document : CompiledDocuments.read()) {
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> operations.put(
                                    key(method.getKey(), path.getKey()), new Raw(method.getValue(), document))));
        }
        return Map.copyOf(operations);
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
