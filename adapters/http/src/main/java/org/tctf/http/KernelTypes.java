package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Corrects the document where the compiler that made it sees a Java class and the codec writes something else: money is
 * two strings, and a record with the single component {@code value} is that value.
 */
final class KernelTypes {
    private static final Set<String> MONEY = Set.of("amount", "currency");

    private KernelTypes() {}

    /** Whether a schema is just {@code {"type": "object"}}: what the compiler makes of {@code Object} and of a JSON tree. */
    static boolean isAnything(JsonNode schema) {
        return schema.size() == 1 && schema.path("type").asText().equals("object");
    }

    static JsonNode asWritten(JsonNode component) {
        Set<String> names = new TreeSet<>();
        component.path("properties").fieldNames().forEachRemaining(names::add);
        if (names.equals(Set.of("value"))) {
            return component.at("/properties/value");
        }
        return names.equals(MONEY) ? money((ObjectNode) component.deepCopy()) : component;
    }

    private static ObjectNode money(ObjectNode component) {
        component.putArray("required").add("amount").add("currency");
        ObjectNode properties = component.putObject("properties");
        properties.putObject("amount").put("type", "string").put("pattern", "^-?[0-9]{1,15}([.][0-9]{1,4})?$");
        properties.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
        return component;
    }
}
