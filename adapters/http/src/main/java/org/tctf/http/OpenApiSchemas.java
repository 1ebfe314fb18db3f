package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a schema of an OpenAPI 3.0 document into JSON Schema 2020-12 of its own, with everything it refers to.
 *
 * <p>What differs: {@code nullable} becomes a null type, {@code exclusiveMinimum: true} a number, a component {@code $ref}
 * a definition, {@code int32} its bounds. And one thing is added: an object that does not say otherwise takes no
 * unknown fields. Inside an {@code allOf} of several it is the whole that closes, by {@code unevaluatedProperties},
 * since each part on its own would refuse the others' fields; so parts refer to an open twin of their component.
 */
public final class OpenApiSchemas {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String OPEN = "~open";

    private final JsonNode components;
    private final Set<String> needed = new TreeSet<>();

    private OpenApiSchemas(JsonNode components) {
        this.components = components;
    }

    /** @param document the OpenAPI document that the schema is from */
    public static JsonNode selfContained(JsonNode schema, JsonNode document) {
        return new OpenApiSchemas(document.at("/components/schemas")).convert(schema);
    }

    private JsonNode convert(JsonNode schema) {
        ObjectNode root = schema(schema, true);
        ObjectNode definitions = root.putObject("$defs");
        // Converting a definition may need further ones; a definition is there before it is converted, so cycles end.
        while (!needed.isEmpty()) {
            String name = needed.iterator().next();
            needed.remove(name);
            boolean isClosed = !name.endsWith(OPEN);
            JsonNode component = components.path(isClosed ? name : name.substring(0, name.length() - OPEN.length()));
            definitions.putObject(name);
            definitions.set(name, schema(KernelTypes.asWritten(component), isClosed));
            needed.removeIf(definitions::has);
        }
        return root;
    }

    private ObjectNode schema(JsonNode from, boolean isClosed) {
        // A missing schema, {} and true all mean: anything.
        ObjectNode schema = from instanceof ObjectNode some && !KernelTypes.isAnything(some)
                ? some.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().substring(COMPONENTS.length()) + (isClosed ? "" : OPEN);
            needed.add(name);
            return schema.removeAll()
                    .put("$ref", "#/$defs/" + name.replace("~", "~0").replace("/", "~1"));
        }
        boolean isNullable = schema.path("nullable").booleanValue();
        schema.remove("nullable");
        bounds(schema, "exclusiveMinimum", "minimum");
        bounds(schema, "exclusiveMaximum", "maximum");
        int32(schema);
        children(schema);
        close(schema, isClosed);
        return isNullable ? orNull(schema) : schema;
    }

    private void children(ObjectNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(property -> property.setValue(schema(property.getValue(), true)));
        }
        for (String one : new String[] {"items", "additionalProperties", "not"}) {
            if (schema.get(one) instanceof ObjectNode child) {
                schema.set(one, schema(child, true));
            }
        }
        for (String many : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (schema.get(many) instanceof ArrayNode parts) {
                boolean isWhole = parts.size() == 1 && !schema.has("properties");
                for (int i = 0; i < parts.size(); i++) {
                    parts.set(i, schema(parts.get(i), isWhole || !many.equals("allOf")));
                }
            }
        }
    }

    private static void close(ObjectNode schema, boolean isClosed) {
        if (!isClosed || schema.has("additionalProperties")) {
            return;
        }
        if (schema.path("allOf").size() > 1 || (schema.has("allOf") && schema.has("properties"))) {
            schema.put("unevaluatedProperties", false);
        } else if (schema.has("properties")) {
            schema.put("additionalProperties", false);
        }
    }

    private static void bounds(ObjectNode schema, String exclusive, String inclusive) {
        JsonNode flag = schema.get(exclusive);
        if (flag != null && flag.isBoolean()) {
            schema.remove(exclusive);
            if (flag.booleanValue() && schema.has(inclusive)) {
                schema.set(exclusive, schema.remove(inclusive));
            }
        }
    }

    private static void int32(ObjectNode schema) {
        if (schema.path("format").asText().equals("int32")) {
            if (!schema.has("minimum") && !schema.has("exclusiveMinimum")) {
                schema.put("minimum", Integer.MIN_VALUE);
            }
            if (!schema.has("maximum") && !schema.has("exclusiveMaximum")) {
                schema.put("maximum", Integer.MAX_VALUE);
            }
        }
    }

    /** By {@code if}, not by {@code anyOf}: so a wrong value is told what it should be, not that it is not null. */
    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = schema.objectNode();
        either.putObject("if").put("type", "null");
        either.set("else", schema);
        return either;
    }
}
