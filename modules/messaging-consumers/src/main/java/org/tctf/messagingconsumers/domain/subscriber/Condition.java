package org.tctf.messagingconsumers.domain.subscriber;

import java.util.Set;
import java.util.TreeSet;
import org.tctf.kernel.Problem;

/**
 * One condition of a rule.
 *
 * @param field {@code language}, {@code list} (by id), or the name of an attribute
 * @param values that it is compared with, whatever their case; none for PRESENT and ABSENT
 */
public record Condition(String field, Test test, Set<String> values) {
    public static final int MAX_VALUES = 100;

    /** How. */
    public enum Test {
        ONE_OF,
        /** Also where there is no value at all. */
        NONE_OF,
        PRESENT,
        ABSENT;

        boolean needsValues() {
            return this == ONE_OF || this == NONE_OF;
        }
    }

    /** @throws Problem {@code INVALID_RULE} */
    public Condition {
        values = Set.copyOf(values);
        boolean isField = field.equals("language") || field.equals("list") || Attributes.isName(field);
        if (!isField || values.isEmpty() == test.needsValues() || values.size() > MAX_VALUES) {
            throw Problem.invalid(
                            "INVALID_RULE",
                            "A condition names language, list or an attribute, and up to %d values for ONE_OF and NONE_OF alone; '%.40s' %s does not."
                                    .formatted(MAX_VALUES, field, test))
                    .at("/rule/groups");
        }
    }

    boolean holds(Subscriber subscriber) {
        Set<String> found = found(subscriber);
        return switch (test) {
            case ONE_OF -> values.stream().anyMatch(found::contains);
            case NONE_OF -> values.stream().noneMatch(found::contains);
            case PRESENT -> !found.isEmpty();
            case ABSENT -> found.isEmpty();
        };
    }

    private Set<String> found(Subscriber subscriber) {
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        switch (field) {
            case "language" -> found.add(subscriber.profile().language().tag());
            case "list" ->
                subscriber.lists().keySet().stream().filter(subscriber::isOn).forEach(found::add);
            default -> {
                String value = subscriber.profile().attributes().values().get(field);
                if (value != null) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
