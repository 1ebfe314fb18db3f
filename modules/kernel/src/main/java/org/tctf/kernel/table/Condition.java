package org.tctf.kernel.table;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of an item, at the moment of the write, for the whole transaction to happen. */
public sealed interface Condition {

    /** There is no such item. */
    record Absent() implements Condition {}

    /** There is such an item. */
    record Present() implements Condition {}

    /** The item is there and its attribute compares so; a missing attribute compares to nothing. */
    record Compare(String attribute, Operator operator, Object value) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    enum Operator {
        EQUAL,
        LESS,
        AT_LEAST
    }

    static Condition absent() {
        return new Absent();
    }

    static Condition present() {
        return new Present();
    }

    /** The item's {@code version} is this one. */
    static Condition version(long expected) {
        return equal(Item.VERSION, BigDecimal.valueOf(expected));
    }

    static Condition equal(String attribute, Object value) {
        return new Compare(attribute, Operator.EQUAL, plain(value));
    }

    static Condition less(String attribute, Object value) {
        return new Compare(attribute, Operator.LESS, plain(value));
    }

    static Condition atLeast(String attribute, Object value) {
        return new Compare(attribute, Operator.AT_LEAST, plain(value));
    }

    default Condition and(Condition other) {
        return new And(this, other);
    }

    default Condition or(Condition other) {
        return new Or(this, other);
    }

    /** Whether it holds of this item; the embedded twin decides by it, and the distributed one is tested against it. */
    default boolean holds(@Nullable Item item) {
        return switch (this) {
            case Absent() -> item == null;
            case Present() -> item != null;
            case And(var left, var right) -> left.holds(item) && right.holds(item);
            case Or(var left, var right) -> left.holds(item) || right.holds(item);
            case Compare(var attribute, var operator, var value) -> {
                Object actual = item == null ? null : item.attributes().get(attribute);
                yield actual != null
                        && switch (operator) {
                            case EQUAL -> same(actual, value);
                            case LESS -> comparable(actual, value) && compare(actual, value) < 0;
                            case AT_LEAST -> comparable(actual, value) && compare(actual, value) >= 0;
                        };
            }
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private static boolean same(Object a, Object b) {
        return comparable(a, b) ? compare(a, b) == 0 : Objects.equals(a, b);
    }

    private static boolean comparable(Object a, Object b) {
        return (a instanceof BigDecimal && b instanceof BigDecimal) || (a instanceof String && b instanceof String);
    }

    private static int compare(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y
                ? x.compareTo(y)
                : Utf8Order.compare(a.toString(), b.toString());
    }
}
