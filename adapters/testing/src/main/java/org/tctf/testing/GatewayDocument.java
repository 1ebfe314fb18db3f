package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Which operations want a token, as the stack's gateway knows it: by the OpenAPI document that it is made of. An operation
 * that may be called without one lists "no scheme at all" among its alternatives.
 */
final class GatewayDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCUMENTS = Path.of("docs", "generated", "openapi");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final String ANY = "{}";

    /** What the gateway does before it calls the function. */
    enum Guard {
        /** The function is called, whatever is in the Authorization header. */
        NONE,
        /** The authorizer has to let the token through. */
        TOKEN,
        /** The document does not have the operation. */
        UNKNOWN
    }

    /** By path, its variables without names: a literal comes before a variable at the same place, as in the gateway. */
    private final Map<String, JsonNode> paths = new TreeMap<>();

    private GatewayDocument(JsonNode document) {
        document.path("paths").properties().forEach(path -> {
            String place = VARIABLE.matcher(path.getKey()).replaceAll(ANY);
            paths.merge(place, path.getValue(), (one, other) -> {
                var both = JSON.createObjectNode();
                one.properties().forEach(operation -> both.set(operation.getKey(), operation.getValue()));
                other.properties().forEach(operation -> both.set(operation.getKey(), operation.getValue()));
                return both;
            });
        });
    }

    static GatewayDocument of(JsonNode document) {
        return new GatewayDocument(document);
    }

    /** That of the checkout that the tests run in; one without operations for a service that has no document yet. */
    static GatewayDocument ofService(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(DOCUMENTS))) {
            folder = folder.getParent();
        }
        try {
            Path file = Objects.requireNonNull(folder, "run the tests inside the checkout")
                    .resolve(DOCUMENTS)
                    .resolve(name + ".json");
            return of(Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Guard guard(String method, String path) {
        String documented = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        JsonNode operation = paths.entrySet().stream()
                .filter(entry -> isAt(entry.getKey(), path))
                .findFirst()
                .map(entry -> entry.getValue().path(documented))
                .orElse(JSON.missingNode());
        if (operation.isMissingNode()) {
            return Guard.UNKNOWN;
        }
        boolean isOpen = StreamSupport.stream(operation.path("security").spliterator(), false)
                .anyMatch(JsonNode::isEmpty);
        return isOpen ? Guard.NONE : Guard.TOKEN;
    }

    private static boolean isAt(String place, String path) {
        String[] expected = place.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].equals(ANY) && !expected[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }
}
