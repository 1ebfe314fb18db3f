package org.tctf.kernel.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;

/**
 * An error as it may be kept and logged: classes and messages, with each value of the event's data replaced by its
 * field's name. Exceptions like to quote what they choked on, and what they choked on may be a reset code; whoever may
 * see the data finds it in the dead letter itself.
 */
public final class Failure {
    private static final int MAX_CHARS = 1_000;
    private static final int MAX_CAUSES = 3;
    /** Shorter values are in every sentence by accident, and hide nothing. */
    private static final int SHORTEST_VALUE = 4;

    private record Value(String field, String text) {}

    private Failure() {}

    /** At most 1,000 characters, the causes' causes left out. */
    public static String describe(Throwable error, Envelope envelope, Codec codec) {
        StringBuilder text = new StringBuilder();
        int causes = 0;
        for (Throwable cause = error; cause != null && causes < MAX_CAUSES; cause = cause.getCause(), causes++) {
            text.append(causes == 0 ? "" : "; caused by ")
                    .append(cause.getClass().getName());
            if (cause.getMessage() != null) {
                text.append(": ").append(cause.getMessage());
            }
        }
        String described = text.toString();
        for (Value value : values(envelope, codec)) {
            described = described.replace(value.text(), "[" + value.field() + "]");
        }
        return described.length() <= MAX_CHARS ? described : described.substring(0, MAX_CHARS) + "…";
    }

    /** Longest first, so that a value that is part of another doesn't leave the other's rest behind. */
    private static List<Value> values(Envelope envelope, Codec codec) {
        List<Value> values = new ArrayList<>();
        try {
            collect("data", codec.fromJson(envelope.data(), Map.class), values);
        } catch (IllegalArgumentException notAnObject) {
            values.add(new Value("data", envelope.data()));
        }
        values.removeIf(value -> value.text().length() < SHORTEST_VALUE);
        values.sort(
                Comparator.comparingInt((Value value) -> value.text().length()).reversed());
        return values;
    }

    private static void collect(String field, @Nullable Object value, List<Value> values) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((name, inner) -> collect(Objects.toString(name), inner, values));
            case Collection<?> list -> list.forEach(inner -> collect(field, inner, values));
            case Boolean _ -> {}
            default -> values.add(new Value(field, value.toString()));
        }
    }
}
