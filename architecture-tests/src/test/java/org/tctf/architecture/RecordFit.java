package org.tctf.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Money;

/**
 * Whether every document that a schema allows can be read as a record: each component is a property of a fitting type, and
 * required unless the component may be absent. What the record leaves out does not matter (ADR 2).
 */
final class RecordFit {
    private final JsonNode root;
    private final List<String> misfits = new ArrayList<>();

    private RecordFit(JsonNode root) {
        this.root = root;
    }

    static List<String> misfits(Class<?> record, JsonNode schema) {
        RecordFit fit = new RecordFit(schema);
        fit.checkObject(record, schema, "");
        return List.copyOf(fit.misfits);
    }

    private void checkObject(Class<?> record, JsonNode schema, String pointer) {
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        for (RecordComponent component : record.getRecordComponents()) {
            String at = pointer + "/" + component.getName();
            JsonNode property = schema.path("properties").path(component.getName());
            boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType() == Optional.class;
            if (property.isMissingNode()) {
                misfits.add(at + " is not in the schema");
            } else {
                if (!required.contains(component.getName()) && !mayBeAbsent) {
                    misfits.add(at + " may be absent; make the component @Nullable");
                }
                check(component.getGenericType(), resolve(property), at);
            }
        }
    }

    private void check(Type type, JsonNode schema, String at) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            checkGeneric(raw, generic, schema, at);
        } else if (type instanceof Class<?> plain) {
            checkPlain(plain, schema, at);
        } else {
            misfits.add(at + " has a type that no schema describes: " + type);
        }
    }

    private void checkGeneric(Class<?> raw, ParameterizedType generic, JsonNode schema, String at) {
        if (raw == Optional.class) {
            check(generic.getActualTypeArguments()[0], schema, at);
        } else if (Collection.class.isAssignableFrom(raw)) {
            require(schema, at, "array");
            check(generic.getActualTypeArguments()[0], resolve(schema.path("items")), at + "/*");
        } else if (raw == Map.class) {
            require(schema, at, "object");
        } else {
            misfits.add(at + " has a type that no schema describes: " + raw);
        }
    }

    private void checkPlain(Class<?> type, JsonNode schema, String at) {
        if (type.isEnum()) {
            require(schema, at, "string");
            Set<String> known =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
            Set<String> unknown = StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(value -> !known.contains(value))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!schema.has("enum") || !unknown.isEmpty()) {
                misfits.add(at + " may hold values that the enum does not know: " + unknown);
            }
        } else if (type == Money.class) {
            require(schema, at, "object");
        } else if (type.isRecord() && isValue(type)) {
            check(type.getRecordComponents()[0].getGenericType(), schema, at);
        } else if (type.isRecord()) {
            require(schema, at, "object");
            checkObject(type, schema, at);
        } else {
            require(schema, at, jsonType(type));
        }
    }

    private static boolean isValue(Class<?> type) {
        return type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static String jsonType(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "integer";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "number";
        }
        if (Set.of(String.class, Instant.class, LocalDate.class, LocalTime.class, UUID.class)
                .contains(type)) {
            return "string";
        }
        return "nothing that a schema describes";
    }

    private void require(JsonNode schema, String at, String expected) {
        JsonNode type = schema.path("type");
        boolean fits = schema.has("enum") && type.isMissingNode()
                ? expected.equals("string")
                : type.isTextual()
                        && (type.asText().equals(expected)
                                || (expected.equals("number") && type.asText().equals("integer")));
        if (!fits) {
            misfits.add("%s is %s in the schema, %s in the record"
                    .formatted(at, type.isMissingNode() ? "anything" : type, expected));
        }
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }
}
