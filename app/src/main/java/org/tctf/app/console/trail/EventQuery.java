package org.tctf.app.console.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** A filter as SQL over the event table. */
final class EventQuery {
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<name>\\w+(\\.\\w+)*)=(?<value>.*)");
    private static final Set<String> OF_ENVELOPE = Set.of("id", "subject", "actor", "version", "traceparent");

    private final StringBuilder sql = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    EventQuery(EventFilter filter, @Nullable Long before) {
        and("seq < ?", before);
        and("correlation = ?", filter.correlationId());
        and("type = ?", filter.type());
        and("at >= ?", filter.from() == null ? null : TrailTables.micros(filter.from()));
        and("at <= ?", filter.to() == null ? null : TrailTables.micros(filter.to()));
        if (filter.service() != null) {
            // A queue is named after its service; in a published step all queues stand in one text.
            and(
                    "(service = ?1 or exists (select 1 from step where step.event = event.id"
                            + " and (' ' || step.queue) like '% ' || ?1 || '-%'))",
                    filter.service());
        }
        filter.attributes().forEach(this::attribute);
    }

    String where() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    private void attribute(String attribute) {
        Matcher parts = ATTRIBUTE.matcher(attribute);
        if (!parts.matches()) {
            throw Problem.invalid("INVALID_ATTRIBUTE", "An attribute is name=value, such as plan=INDIVIDUAL.")
                    .at("/attribute");
        }
        String name = parts.group("name");
        String value = parts.group("value");
        if (OF_ENVELOPE.contains(name)) {
            and("cast(" + name + " as text) = ?", value);
        } else {
            // As text, and as JSON: true and 49.0 are written as they stand in the payload.
            and("?1 in (payload ->> '$." + name + "', payload -> '$." + name + "')", value);
        }
    }

    /** Numbers the value's places, so that a condition can name it more than once. */
    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            sql.append(" and ").append(condition.replaceAll("\\?1?", "?" + values.size()));
        }
    }
}
