package org.tctf.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one write, and what their placeholders stand for. No name is written out: "status", "name" and 570
 * others are reserved words (Developer Guide, "Reserved words in DynamoDB").
 */
final class Expression {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** Absent means that nothing is asked, which is how the SDK takes it. */
    @Nullable
    String condition(@Nullable Condition condition) {
        return condition == null ? null : text(condition);
    }

    String update(Write.Update update) {
        String set = update.set().entrySet().stream()
                .map(entry -> name(entry.getKey()) + " = " + value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        String add = update.add().entrySet().stream()
                .map(entry -> name(entry.getKey()) + " " + value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return (set.isEmpty() ? "" : "SET " + set) + (add.isEmpty() ? "" : " ADD " + add);
    }

    /** The placeholders' attributes; absent when there is none, as DynamoDB wants it. */
    @Nullable
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    @Nullable
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    String name(String attribute) {
        String placeholder = "#n" + names.size();
        names.put(placeholder, attribute);
        return placeholder;
    }

    String value(AttributeValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    private String value(String name, Object value) {
        return value(Attributes.value(name, value));
    }

    private String text(Condition condition) {
        return switch (condition) {
            case Condition.Absent() -> "attribute_not_exists(%s)".formatted(name(TableShape.PK));
            case Condition.Present() -> "attribute_exists(%s)".formatted(name(TableShape.PK));
            case Condition.And(var left, var right) -> "(%s AND %s)".formatted(text(left), text(right));
            case Condition.Or(var left, var right) -> "(%s OR %s)".formatted(text(left), text(right));
            case Condition.Compare(var attribute, var operator, var value) ->
                "%s %s %s".formatted(name(attribute), sign(operator), value(attribute, value));
        };
    }

    private static String sign(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case LESS -> "<";
            case AT_LEAST -> ">=";
        };
    }
}
