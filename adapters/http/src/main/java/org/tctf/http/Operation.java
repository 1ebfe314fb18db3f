package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an OpenAPI document, its schemas compiled.
 *
 * @param bodies the body's schema by media type; no schema where any text of that type will do
 */
record Operation(boolean isBodyRequired, Map<String, @Nullable Schema> bodies, List<Parameter> parameters) {

    /**
     * A value outside the body.
     *
     * @param in {@code query}, {@code path} or {@code header}
     * @param type the schema's type, {@code string} when it is more than one thing
     */
    record Parameter(String name, String in, boolean isRequired, String type, Schema schema) {}

    static Operation of(JsonNode operation, JsonNode document) {
        JsonNode body = operation.path("requestBody");
        Map<String, @Nullable Schema> bodies = new HashMap<>();
        body.path("content").properties().forEach(content -> {
            JsonNode schema = content.getValue().path("schema");
            boolean isRaw = schema.path("type").asText().equals("string");
            bodies.put(content.getKey(), isRaw ? null : Schema.of(schema, document));
        });
        return new Operation(
                body.path("required").booleanValue(),
                bodies,
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .map(parameter -> parameter(parameter, document))
                        .toList());
    }

    Set<String> mediaTypes() {
        return bodies.keySet();
    }

    boolean hasQueryParameter(String name) {
        return parameters.stream()
                .anyMatch(p -> p.in().equals("query") && p.name().equals(name));
    }

    private static Parameter parameter(JsonNode parameter, JsonNode document) {
        JsonNode schema = ParameterBounds.schema(parameter);
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").booleanValue(),
                schema.path("type").asText("string"),
                Schema.of(schema, document));
    }
}
