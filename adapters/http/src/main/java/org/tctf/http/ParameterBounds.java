package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A bound for every text that comes in by path, query or header, where the controller states none: many end in a key, and
 * a key has at most 2,048 bytes. Cursors are the longest texts that we make ourselves.
 */
final class ParameterBounds {
    private static final int IN_PATH = 256;
    private static final int ELSEWHERE = 8 * 1024;
    private static final List<String> BOUNDS = List.of("maxLength", "enum", "pattern", "format", "$ref", "allOf");

    private ParameterBounds() {}

    /** The parameter's schema, with a bound. */
    static JsonNode schema(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        boolean isFreeText =
                schema.path("type").asText().equals("string") && BOUNDS.stream().noneMatch(schema::has);
        return isFreeText && schema instanceof ObjectNode text
                ? text.deepCopy().put("maxLength", parameter.path("in").asText().equals("path") ? IN_PATH : ELSEWHERE)
                : schema;
    }
}
