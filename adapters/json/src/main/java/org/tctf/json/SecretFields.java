package org.tctf.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields that a schema marks {@code writeOnly}, as pointers with {@code *} for each element of an array and each key
 * of a map. A composed schema ({@code allOf}, {@code anyOf}, {@code oneOf}, {@code $ref} into the document) hides a
 * field when any of its parts does.
 */
record SecretFields(List<String> pointers) {
    private static final TextNode HIDDEN = TextNode.valueOf("•••");
    private static final int DEEPEST = 20;

    static SecretFields of(JsonNode document) {
        List<String> found = new ArrayList<>();
        collect(document, document, "", found, 0);
        return new SecretFields(found.stream().distinct().toList());
    }

    /** Whether this concrete pointer is a secret field or lies inside one. */
    boolean covers(String pointer) {
        String[] steps = pointer.split("/", -1);
        return pointers.stream().map(p -> p.split("/", -1)).anyMatch(secret -> isPrefix(secret, steps));
    }

    void hideIn(JsonNode data) {
        for (String pointer : pointers) {
            hide(data, pointer.split("/", -1), 1);
        }
    }

    private static boolean isPrefix(String[] secret, String[] steps) {
        if (secret.length > steps.length) {
            return false;
        }
        for (int i = 0; i < secret.length; i++) {
            if (!secret[i].equals("*") && !secret[i].equals(steps[i])) {
                return false;
            }
        }
        return true;
    }

    private static void hide(JsonNode node, String[] steps, int at) {
        boolean isLast = at == steps.length - 1;
        switch (node) {
            case ObjectNode object -> {
                for (String name : steps[at].equals("*") ? names(object) : List.of(unescaped(steps[at]))) {
                    if (!isLast) {
                        hide(object.path(name), steps, at + 1);
                    } else if (object.has(name)) {
                        object.set(name, HIDDEN);
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (isLast) {
                        array.set(i, HIDDEN);
                    } else {
                        hide(array.get(i), steps, at + 1);
                    }
                }
            }
            default -> {}
        }
    }

    private static void collect(JsonNode root, JsonNode schema, String pointer, List<String> found, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        if (schema.path("writeOnly").asBoolean()) {
            found.add(pointer);
            return;
        }
        String ref = schema.path("$ref").asText();
        if (ref.startsWith("#")) {
            collect(root, root.at(ref.substring(1)), pointer, found, depth + 1);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            collect(root, property.getValue(), pointer + "/" + escaped(property.getKey()), found, depth + 1);
        }
        collect(root, schema.path("items"), pointer + "/*", found, depth + 1);
        collect(root, schema.path("additionalProperties"), pointer + "/*", found, depth + 1);
        for (String composed : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : schema.path(composed)) {
                collect(root, part, pointer, found, depth + 1);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
