package org.tctf.app.console.trail;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.sqlite.Session;
import org.tctf.telemetry.EndedSpan;
import org.tctf.telemetry.LogLine;

/** The trail's tables, and how things get into them and out again when there are too many. Instants are microseconds. */
final class TrailTables {
    private static final int MAX_PAYLOAD = 16 * 1024;
    private static final int MAX_TEXT = 8 * 1024;

    private static final List<String> SCHEMA = List.of(
            """
            create table if not exists event (
                seq integer primary key autoincrement, id text not null unique, correlation text not null,
                causation text, type text not null, version integer not null, service text not null,
                subject text not null, actor text not null, at integer not null,
                aggregate_version integer not null, traceparent text, payload text not null)""",
            "create index if not exists event_correlation on event (correlation, seq)",
            "create index if not exists event_causation on event (causation)",
            "create index if not exists event_type on event (type, seq)",
            """
            create table if not exists step (
                seq integer primary key autoincrement, event text not null, kind text not null,
                at integer not null, queue text, attempt integer not null, took integer, detail text,
                next integer)""",
            "create index if not exists step_event on step (event, seq)",
            """
            create table if not exists span (
                seq integer primary key autoincrement, trace text not null, id text not null, parent text,
                name text not null, kind text not null, at integer not null, took integer not null,
                error text, attributes text not null, correlation text)""",
            "create index if not exists span_trace on span (trace)",
            "create index if not exists span_correlation on span (correlation)",
            """
            create table if not exists line (
                seq integer primary key autoincrement, at integer not null, level text not null,
                logger text not null, thread text not null, message text not null, error text,
                correlation text not null)""",
            "create index if not exists line_correlation on line (correlation, seq)");

    private final HiddenFields hidden;

    TrailTables(HiddenFields hidden) {
        this.hidden = hidden;
    }

    static void create(Session session) throws SQLException {
        for (String statement : SCHEMA) {
            session.execute(statement);
        }
    }

    void insert(Session session, Recorded recorded) throws SQLException {
        switch (recorded) {
            case Recorded.Step step -> insert(session, step);
            case Recorded.Span(var span) -> insert(session, span);
            case Recorded.Line(var line) -> insert(session, line);
        }
    }

    /** Forgets the oldest, so that of each kind the newest {@code limit} are left. */
    static void prune(Session session, Map<String, Integer> limits) throws SQLException {
        for (var limit : limits.entrySet()) {
            String table = limit.getKey();
            PreparedStatement delete = session.prepare(
                    "delete from %s where seq <= (select max(seq) from %s) - ?".formatted(table, table));
            delete.setInt(1, limit.getValue());
            delete.executeUpdate();
        }
    }

    private void insert(Session session, Recorded.Step step) throws SQLException {
        Envelope envelope = step.envelope();
        // A redelivery brings the envelope again; a flow that was sampled away at first comes with its first trouble.
        PreparedStatement event = session.prepare("""
                insert into event (id, correlation, causation, type, version, service, subject, actor, at,
                                   aggregate_version, traceparent, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""");
        if (step.kind() == StepKind.PUBLISHED || step.kind().isTrouble()) {
            event.setString(1, envelope.id());
            event.setString(2, envelope.correlationId());
            event.setString(3, envelope.causationId());
            event.setString(4, envelope.type());
            event.setInt(5, envelope.version());
            event.setString(6, envelope.source());
            event.setString(7, envelope.subject());
            event.setString(8, envelope.actor());
            event.setLong(9, micros(envelope.time()));
            event.setLong(10, envelope.aggregateVersion());
            event.setString(11, envelope.traceparent());
            event.setString(12, payload(envelope));
            event.executeUpdate();
        }
        PreparedStatement insert = session.prepare("""
                insert into step (event, kind, at, queue, attempt, took, detail, next)
                values (?, ?, ?, ?, ?, ?, ?, ?)""");
        insert.setString(1, envelope.id());
        insert.setString(2, step.kind().name());
        insert.setLong(3, micros(step.at()));
        insert.setString(4, String.join(" ", step.queues()));
        insert.setInt(5, step.attempt());
        setLong(insert, 6, step.took() == null ? null : micros(step.took()));
        insert.setString(7, cut(step.detail()));
        setLong(insert, 8, step.next() == null ? null : micros(step.next()));
        insert.executeUpdate();
    }

    private static void insert(Session session, EndedSpan span) throws SQLException {
        PreparedStatement insert = session.prepare("""
                insert into span (trace, id, parent, name, kind, at, took, error, attributes, correlation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        insert.setString(1, span.traceId());
        insert.setString(2, span.spanId());
        insert.setString(3, span.parentId());
        insert.setString(4, span.name());
        insert.setString(5, span.kind());
        insert.setLong(6, micros(span.start()));
        insert.setLong(7, micros(span.took()));
        insert.setString(8, cut(span.error()));
        insert.setString(9, cut(lines(span.attributes())));
        insert.setString(10, span.correlationId());
        insert.executeUpdate();
    }

    private static void insert(Session session, LogLine line) throws SQLException {
        PreparedStatement insert = session.prepare("""
                insert into line (at, level, logger, thread, message, error, correlation)
                values (?, ?, ?, ?, ?, ?, ?)""");
        insert.setLong(1, micros(line.at()));
        insert.setString(2, line.level());
        insert.setString(3, line.logger());
        insert.setString(4, line.thread());
        insert.setString(5, cut(line.message()));
        insert.setString(6, cut(line.error()));
        insert.setString(7, line.correlationId());
        insert.executeUpdate();
    }

    private String payload(Envelope envelope) {
        String shown = hidden.shown(envelope);
        return shown.length() <= MAX_PAYLOAD
                ? shown
                : "\"%d KB, more than the console keeps\"".formatted(shown.length() / 1024);
    }

    private static String lines(Map<String, String> attributes) {
        StringBuilder lines = new StringBuilder();
        attributes.forEach((name, value) ->
                lines.append(name).append('=').append(value.replace('\n', ' ')).append('\n'));
        return lines.toString();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, value);
        }
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
