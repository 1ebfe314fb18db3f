package org.tctf.app.console.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;
import org.tctf.sqlite.Session;
import org.tctf.telemetry.LogLine;

/** What can be asked of the trail. Good only inside the question that it was given to. */
public final class TrailQueries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_OF_FLOW = 500;

    private final Session session;

    TrailQueries(Session session) {
        this.session = session;
    }

    /**
     * Events with their ways, newest first.
     *
     * @param cursor the page before's {@code nextCursor}
     * @throws Problem {@code INVALID_CURSOR}, {@code INVALID_ATTRIBUTE}
     */
    public Page<EventView> events(EventFilter filter, int limit, @Nullable String cursor) throws SQLException {
        EventQuery query = new EventQuery(filter, position(cursor));
        PreparedStatement select = session.prepare("select * from event where %s order by seq desc limit ?%d"
                .formatted(query.where(), query.values().size() + 1));
        select.setInt(query.values().size() + 1, limit + 1);
        for (int i = 0; i < query.values().size(); i++) {
            select.setObject(i + 1, query.values().get(i));
        }
        List<Long> positions = new ArrayList<>();
        List<EventView> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                positions.add(row.getLong("seq"));
                events.add(event(row));
            }
        }
        boolean isMore = events.size() > limit;
        List<EventView> ways = new ArrayList<>();
        for (EventView event : isMore ? events.subList(0, limit) : events) {
            ways.add(event.with(steps(event.id())));
        }
        return new Page<>(List.copyOf(ways), isMore ? positions.get(limit - 1).toString() : null);
    }

    /** One event with its way. */
    public Optional<EventView> event(String id) throws SQLException {
        PreparedStatement select = session.prepare("select * from event where id = ?");
        select.setString(1, id);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            EventView event = event(row);
            return Optional.of(event.with(steps(id)));
        }
    }

    /** Everything that one request led to, oldest first; at most 500 events. */
    public List<EventView> flow(String correlationId) throws SQLException {
        return events(EventFilter.flow(correlationId), MAX_OF_FLOW, null)
                .items()
                .reversed();
    }

    /** The spans of all traces that touch this flow, in the order in which they began. */
    public List<SpanView> spans(String correlationId) throws SQLException {
        PreparedStatement select = session.prepare("""
                select * from span where trace in (select trace from span where correlation = ?)
                order by at, seq limit 500""");
        select.setString(1, correlationId);
        List<SpanView> spans = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                spans.add(new SpanView(
                        row.getString("trace"),
                        row.getString("id"),
                        row.getString("parent"),
                        row.getString("name"),
                        row.getString("kind"),
                        instant(row.getLong("at")),
                        row.getLong("took") / 1000.0,
                        row.getString("error"),
                        attributes(row.getString("attributes"))));
            }
        }
        return spans;
    }

    /** The log lines of this flow, oldest first; at most 500. */
    public List<LogLine> lines(String correlationId) throws SQLException {
        PreparedStatement select = session.prepare("select * from line where correlation = ? order by seq limit 500");
        select.setString(1, correlationId);
        List<LogLine> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(new LogLine(
                        instant(row.getLong("at")),
                        row.getString("level"),
                        row.getString("logger"),
                        row.getString("thread"),
                        row.getString("message"),
                        row.getString("error"),
                        row.getString("correlation")));
            }
        }
        return lines;
    }

    /** How many events are kept. */
    public long count() throws SQLException {
        try (ResultSet row = session.prepare("select count(*) from event").executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether anything is known of a flow of this id. */
    public boolean isFlow(String correlationId) throws SQLException {
        PreparedStatement select = session.prepare("""
                select exists (select 1 from event where correlation = ?1)
                    or exists (select 1 from span where correlation = ?1)
                    or exists (select 1 from line where correlation = ?1)""");
        select.setString(1, correlationId);
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Ids of the events that this one led to. */
    public List<String> effects(String eventId) throws SQLException {
        PreparedStatement select = session.prepare("select id from event where causation = ? order by seq limit 100");
        select.setString(1, eventId);
        List<String> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private List<StepView> steps(String eventId) throws SQLException {
        PreparedStatement select = session.prepare("select * from step where event = ? order by seq");
        select.setString(1, eventId);
        List<StepView> steps = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String queues = row.getString("queue");
                steps.add(new StepView(
                        StepKind.valueOf(row.getString("kind")),
                        instant(row.getLong("at")),
                        queues.isEmpty() ? List.of() : List.of(queues.split(" ")),
                        row.getInt("attempt"),
                        row.getObject("took") == null ? null : row.getLong("took") / 1000.0,
                        row.getString("detail"),
                        row.getObject("next") == null ? null : instant(row.getLong("next"))));
            }
        }
        return steps;
    }

    private static EventView event(ResultSet row) throws SQLException {
        return new EventView(
                row.getString("id"),
                row.getString("correlation"),
                row.getString("causation"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("service"),
                row.getString("subject"),
                row.getString("actor"),
                instant(row.getLong("at")),
                row.getLong("aggregate_version"),
                row.getString("traceparent"),
                Status.UNMATCHED,
                json(row.getString("payload")),
                List.of(),
                List.of());
    }

    private static JsonNode json(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException notJson) {
            return NullNode.getInstance();
        }
    }

    private static Map<String, String> attributes(String lines) {
        Map<String, String> attributes = new LinkedHashMap<>();
        lines.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            attributes.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return attributes;
    }

    private static @Nullable Long position(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                    .at("/cursor");
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
