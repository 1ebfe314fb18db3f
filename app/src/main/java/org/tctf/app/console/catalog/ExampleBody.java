package org.tctf.app.console.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Examples of what an OpenAPI schema describes, so that a form is filled in before anybody types. They fit the schema
 * where it gives an example, a default, an enumeration or a format; a pattern may need a correction by hand.
 */
final class ExampleBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP_ENOUGH = 6;

    /** Values that a person would type for fields that many services have. {@code {n}} becomes a number, new each time. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("email", "ada{n}@example.org"),
            Map.entry("password", "difference engine no 2"),
            Map.entry("firstName", "Ada"),
            Map.entry("lastName", "Lovelace"),
            Map.entry("membershipName", "ada{n}"),
            Map.entry("country", "GB"),
            Map.entry("city", "London"),
            Map.entry("language", "en"),
            Map.entry("jobTitle", "Analyst"),
            Map.entry("code", "123456"));

    private final JsonNode document;

    ExampleBody(JsonNode document) {
        this.document = document;
    }

    JsonNode of(JsonNode schema) {
        return example("", schema, new HashSet<>(), 0);
    }

    /** An example of a single value, as plain text. */
    String value(String name, JsonNode schema) {
        return example(name, schema, new HashSet<>(), 0).asText();
    }

    private JsonNode example(String name, JsonNode raw, Set<String> seen, int depth) {
        JsonNode schema = resolved(raw, seen);
        for (String given : new String[] {"example", "default"}) {
            if (schema.has(given)) {
                return schema.get(given);
            }
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").get(0);
        }
        if (BY_NAME.containsKey(name) && !schema.has("properties")) {
            return NODES.textNode(BY_NAME.get(name));
        }
        for (String joined : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (schema.path(joined).has(0)) {
                return example(name, schema.path(joined).get(0), seen, depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, seen, depth);
            case "array" -> array(schema, seen, depth);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema, Set<String> seen, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        if (depth < DEEP_ENOUGH) {
            schema.path("properties").properties().stream()
                    .filter(property -> required.isEmpty() || required.contains(property.getKey()))
                    .forEach(property -> object.set(
                            property.getKey(),
                            example(property.getKey(), property.getValue(), new HashSet<>(seen), depth + 1)));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, Set<String> seen, int depth) {
        ArrayNode array = NODES.arrayNode();
        if (depth < DEEP_ENOUGH) {
            array.add(example("", schema.path("items"), seen, depth + 1));
        }
        return array;
    }

    private JsonNode resolved(JsonNode schema, Set<String> seen) {
        String reference = schema.path("$ref").asText("");
        return reference.startsWith("#/") && seen.add(reference)
                ? resolved(document.at(reference.substring(1)), seen)
                : schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String first = type.isArray() ? type.path(0).asText() : type.asText("");
        return first.isEmpty() && schema.has("properties") ? "object" : first;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText("")) {
            case "email" -> "ada{n}@example.org";
            case "uuid" -> "00000000-0000-7000-8000-000000000000";
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:00:00Z";
            case "uri" -> "https://example.org";
            default -> "text".repeat(1 + schema.path("minLength").asInt(0) / 4);
        };
    }
}
