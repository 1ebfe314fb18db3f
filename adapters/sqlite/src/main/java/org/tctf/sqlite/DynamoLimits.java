package org.tctf.sqlite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Item;

/**
 * DynamoDB's limits beyond those that the kernel's types hold themselves (Developer Guide, "Service, account, and table
 * quotas" and "Naming rules and data types").
 */
final class DynamoLimits {
    private static final int DEEPEST = 32;
    private static final int DIGITS = 38;
    private static final int GREATEST_EXPONENT = 125;
    private static final int LEAST_EXPONENT = -130;

    private DynamoLimits() {}

    /**
     * The attributes as DynamoDB gives them back: numbers without trailing zeros.
     *
     * @throws IllegalArgumentException when a number or the nesting is out of bounds
     */
    static Map<String, Object> stored(Map<String, Object> attributes) {
        Map<String, Object> stored = new TreeMap<>();
        attributes.forEach((name, value) -> stored.put(name, stored(name, value, 1)));
        return stored;
    }

    /** @throws IllegalArgumentException when an index's key is not a string of the right size */
    static void checkIndexKeys(Item item, List<String> indexes) {
        for (String index : indexes) {
            item.indexKey(index);
            for (String part : List.of(index + "PK", index + "SK")) {
                Object value = item.attributes().get(part);
                if (value != null && !(value instanceof String)) {
                    throw new IllegalArgumentException("%s is a %s; an index's key is a String"
                            .formatted(part, value.getClass().getSimpleName()));
                }
            }
        }
    }

    private static Object stored(String name, Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "attribute '%s' is nested deeper than %d levels; flatten it".formatted(name, DEEPEST));
        }
        return switch (value) {
            case BigDecimal number -> stored(name, number);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                for (Object element : list) {
                    copy.add(element == null ? null : stored(name, element, depth + 1));
                }
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<String, Object> copy = new TreeMap<>();
                map.forEach((key, element) -> copy.put(key.toString(), stored(name, element, depth + 1)));
                yield copy;
            }
            default -> value;
        };
    }

    private static BigDecimal stored(String name, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (plain.precision() > DIGITS
                || plain.signum() != 0 && (exponent > GREATEST_EXPONENT || exponent < LEAST_EXPONENT)) {
            throw new IllegalArgumentException(
                    "attribute '%s' is a number with %d digits and exponent %d; up to %d digits and 1E%d to 1E%d are kept"
                            .formatted(name, plain.precision(), exponent, DIGITS, LEAST_EXPONENT, GREATEST_EXPONENT));
        }
        // 5E+1 is the same number as 50, but not the same text.
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
