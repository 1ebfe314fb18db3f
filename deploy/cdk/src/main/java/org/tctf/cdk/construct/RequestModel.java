package org.tctf.cdk.construct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tctf.cdk.Json;
import org.tctf.http.OpenApiSchemas;

/**
 * What API Gateway checks of a body before the function is called: the schema that the function itself checks by, said in
 * JSON Schema draft 4, which is what models of REST APIs are written in.
 *
 * <p>One rule holds for whatever is left out: the gateway may let through what the function refuses, never the other way
 * round. Left to the function are formats, patterns with Unicode classes or look-around (the gateway's regular expressions
 * are ECMA 262), {@code not}, the exactness of {@code oneOf}, and unknown fields beside an {@code allOf}.
 */
public final class RequestModel {
    private static final String JSON_TYPE = "application/json";
    private static final Set<String> AS_THEY_ARE = Set.of(
            "enum",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "required");

    private RequestModel() {}

    /**
     * The model of an operation's JSON body; none when it takes no JSON, and none when the body may be missing, which the
     * gateway would take for a wrong one.
     */
    public static Optional<Map<String, Object>> of(JsonNode operation, JsonNode document) {
        JsonNode body = operation.path("requestBody");
        JsonNode schema = body.path("content").path(JSON_TYPE).path("schema");
        return schema.isMissingNode() || !body.path("required").asBoolean()
                ? Optional.empty()
                : Optional.of(Json.object(draft4(OpenApiSchemas.selfContained(schema, document))));
    }

    /** @param selfContained JSON Schema 2020-12 */
    static ObjectNode draft4(JsonNode selfContained) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("$schema", "http://json-schema.org/draft-04/schema#");
        // Beside a reference draft 4 sees nothing, so the root may not be one.
        root.putArray("allOf").add(convert(selfContained));
        ObjectNode definitions = root.putObject("definitions");
        selfContained
                .path("$defs")
                .properties()
                .forEach(definition -> definitions.set(plain(definition.getKey()), convert(definition.getValue())));
        return root;
    }

    private static ObjectNode convert(JsonNode from) {
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        if (from.has("$ref")) {
            String name = from.path("$ref").asText().substring("#/$defs/".length());
            return to.put(
                    "$ref", "#/definitions/" + plain(name.replace("~1", "/").replace("~0", "~")));
        }
        if (from.has("if")) {
            // "null, or else this" is the only form that we write.
            to.putArray("anyOf")
                    .add(JsonNodeFactory.instance.objectNode().put("type", "null"))
                    .add(convert(from.path("else")));
            return to;
        }
        from.properties().forEach(keyword -> keyword(keyword.getKey(), keyword.getValue(), to));
        return to;
    }

    private static void keyword(String name, JsonNode value, ObjectNode to) {
        switch (name) {
            case "type" -> type(value, to);
            case "exclusiveMinimum" -> to.put("exclusiveMinimum", true).set("minimum", value);
            case "exclusiveMaximum" -> to.put("exclusiveMaximum", true).set("maximum", value);
            case "pattern" -> {
                if (isPlainPattern(value.asText())) {
                    to.set("pattern", value);
                }
            }
            case "properties" -> {
                ObjectNode properties = to.putObject("properties");
                value.properties().forEach(p -> properties.set(p.getKey(), convert(p.getValue())));
            }
            case "items" -> to.set("items", convert(value));
            case "additionalProperties" ->
                to.set("additionalProperties", value.isObject() ? convert(value) : value.deepCopy());
            // Without all that "not one of the others" needs, exactly one would refuse too much.
            case "oneOf", "anyOf" -> all(to.withArray("/anyOf"), value);
            case "allOf" -> all(to.withArray("/allOf"), value);
            default -> {
                if (AS_THEY_ARE.contains(name) && !(name.equals("required") && value.isEmpty())) {
                    to.set(name, value.deepCopy());
                }
            }
        }
    }

    /** In draft 4 the number 1.0 is no integer; in 2020-12 it is. */
    private static void type(JsonNode value, ObjectNode to) {
        if (value.asText().equals("integer")) {
            to.put("type", "number").put("multipleOf", 1);
        } else {
            to.set("type", value.deepCopy());
        }
    }

    private static void all(ArrayNode to, JsonNode schemas) {
        schemas.forEach(schema -> to.add(convert(schema)));
    }

    private static boolean isPlainPattern(String pattern) {
        return !pattern.contains("\\p") && !pattern.contains("\\P") && !pattern.contains("(?");
    }

    /** Definitions' names stand in references, where a dot or a slash would have to be escaped. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
