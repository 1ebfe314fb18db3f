package org.tctf.json;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What a class's shape says about its JSON. */
final class Shapes {
    private Shapes() {}

    /** A record with the single component {@code value}, which is written as that value. */
    static boolean isValue(Class<?> type) {
        if (!type.isRecord() || isOneOfSealed(type)) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    /** A sealed interface of ours, or a record that belongs to one: its JSON says which record it is. */
    static boolean isOneOfSealed(Class<?> type) {
        return (isSealedInterface(type) || type.isRecord()) && hasSealedInterface(type);
    }

    /**
     * The records that a sealed interface (or a record itself) stands for, by simple name.
     *
     * @throws IllegalArgumentException when two have one name, or one has a component {@code type} of its own
     */
    static Map<String, Class<?>> recordsOf(Class<?> type) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        collect(type, records);
        return records;
    }

    /** Whether JSON may leave this component out. */
    static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || !component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static void collect(Class<?> type, Map<String, Class<?>> records) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> one : permitted) {
                collect(one, records);
            }
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals(SealedNames.PROPERTY)) {
                    throw new IllegalArgumentException(
                            "%s is one of a sealed interface, whose JSON says the record's name as 'type': rename its component 'type'"
                                    .formatted(type.getName()));
                }
            }
        }
        Class<?> same = records.put(type.getSimpleName(), type);
        if (same != null) {
            throw new IllegalArgumentException(
                    "%s and %s have one simple name, which is their 'type' in JSON: rename one"
                            .formatted(same.getName(), type.getName()));
        }
    }

    private static boolean hasSealedInterface(Class<?> type) {
        if (isSealedInterface(type)) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (hasSealedInterface(parent)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSealedInterface(Class<?> type) {
        return type.isInterface() && type.isSealed() && !type.getName().startsWith("java.");
    }
}
