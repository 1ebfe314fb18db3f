package org.tctf.bus;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.sqlite.Session;
import org.tctf.sqlite.SqliteDatabase;

/**
 * The SQL of the queues: one row per message and queue, dead or not. An event is in a queue at most once, so that what is
 * published twice, or published again after it died, changes nothing.
 */
final class QueueRows {
    private static final List<String> SCHEMA =
            List.of("""
            CREATE TABLE IF NOT EXISTS message (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              queue TEXT NOT NULL, event TEXT NOT NULL, envelope TEXT NOT NULL,
              enqueued INTEGER NOT NULL, due INTEGER NOT NULL, receives INTEGER NOT NULL, error TEXT,
              died INTEGER, reason TEXT,
              UNIQUE (queue, event))""", "CREATE INDEX IF NOT EXISTS dead_message ON message (queue, id) WHERE died IS NOT NULL");

    /** A message that is not in the table yet. */
    record New(
            String queue,
            Envelope envelope,
            Instant enqueuedAt,
            Instant due,
            int receives,
            @Nullable String error) {

        New with(String reason) {
            return new New(queue, envelope, enqueuedAt, due, receives, reason);
        }

        Waiting waiting() {
            return new Waiting(queue, envelope.id(), enqueuedAt, due, receives);
        }
    }

    /** A message that waits, without what it carries. */
    record Waiting(String queue, String event, Instant enqueuedAt, Instant due, int receives) {}

    /** What a worker gets. */
    record Received(
            Envelope envelope, int receives, @Nullable String error) {}

    private final SqliteDatabase database;
    private final Codec codec;

    QueueRows(SqliteDatabase database, Codec codec) {
        this.database = database;
        this.codec = codec;
        database.write(session -> {
            for (String statement : SCHEMA) {
                session.prepare(statement).execute();
            }
            return true;
        });
    }

    /** Adds those that are new; the answer says which, in their order. */
    CompletableFuture<List<Boolean>> addLater(List<New> messages) {
        return database.writeLater(session -> add(session, messages));
    }

    /** The same, returning when it is durable. */
    List<Boolean> add(List<New> messages) {
        return database.write(session -> add(session, messages));
    }

    CompletableFuture<Boolean> removeLater(String queue, String event) {
        return database.writeLater(session -> {
            PreparedStatement delete =
                    session.prepare("DELETE FROM message WHERE queue = ? AND event = ? AND died IS NULL");
            delete.setString(1, queue);
            delete.setString(2, event);
            return delete.executeUpdate() == 1;
        });
    }

    CompletableFuture<Boolean> failedLater(String queue, String event, int receives, Instant due, String error) {
        return database.writeLater(session -> {
            PreparedStatement update = session.prepare(
                    "UPDATE message SET receives = ?, due = ?, error = ? WHERE queue = ? AND event = ? AND died IS NULL");
            update.setInt(1, receives);
            update.setLong(2, due.toEpochMilli());
            update.setString(3, error);
            update.setString(4, queue);
            update.setString(5, event);
            return update.executeUpdate() == 1;
        });
    }

    /** Makes it a dead letter, whether it has a row or not. */
    CompletableFuture<Boolean> diedLater(New message, Instant at, DeadLetter.Reason reason) {
        return database.writeLater(session -> {
            add(session, List.of(message));
            PreparedStatement update = session.prepare(
                    "UPDATE message SET died = ?, reason = ?, error = ?, receives = ? WHERE queue = ? AND event = ?");
            update.setLong(1, at.toEpochMilli());
            update.setString(2, reason.name());
            update.setString(3, message.error());
            update.setInt(4, message.receives());
            update.setString(5, message.queue());
            update.setString(6, message.envelope().id());
            return update.executeUpdate() == 1;
        });
    }

    /**
     * All that wait, the least tried first: what the process may have died of comes after what it never got to, so that
     * the innocent are done before the culprit is tried again.
     */
    void forEachWaiting(Consumer<Waiting> message) {
        database.read(session -> {
            try (ResultSet rows = session.prepare(
                            "SELECT queue, event, enqueued, due, receives FROM message WHERE died IS NULL ORDER BY receives, id")
                    .executeQuery()) {
                while (rows.next()) {
                    message.accept(new Waiting(
                            rows.getString(1),
                            rows.getString(2),
                            Instant.ofEpochMilli(rows.getLong(3)),
                            Instant.ofEpochMilli(rows.getLong(4)),
                            rows.getInt(5)));
                }
                return true;
            }
        });
    }

    /** What these messages of a queue carry, in their order; nothing for one that is there no more. */
    List<Optional<Received>> load(String queue, List<String> events) {
        return database.read(session -> load(session, queue, events));
    }

    /** The same, counting a receive of each, durably. */
    List<Optional<Received>> receive(String queue, List<String> events) {
        return database.write(session -> {
            PreparedStatement count = session.prepare(
                    "UPDATE message SET receives = receives + 1 WHERE queue = ? AND event = ? AND died IS NULL");
            List<Optional<Received>> before = load(session, queue, events);
            for (String event : events) {
                count.setString(1, queue);
                count.setString(2, event);
                count.executeUpdate();
            }
            return before;
        });
    }

    /** Turns waiting messages of a queue that is gone into dead letters, and wakes those whose queue is back. */
    void sortOutQueues(List<String> existing, Instant now) {
        database.write(session -> {
            for (String gone : queues(session, "died IS NULL")) {
                if (!existing.contains(gone)) {
                    PreparedStatement bury = session.prepare(
                            "UPDATE message SET died = ?, reason = 'NO_QUEUE', error = ? WHERE queue = ? AND died IS NULL");
                    bury.setLong(1, now.toEpochMilli());
                    bury.setString(2, DeadLetter.noQueue(gone));
                    bury.setString(3, gone);
                    bury.executeUpdate();
                }
            }
            for (String back : queues(session, "died IS NOT NULL AND reason = 'NO_QUEUE'")) {
                if (existing.contains(back)) {
                    PreparedStatement wake = session.prepare(
                            "UPDATE message SET died = NULL, reason = NULL, error = NULL WHERE queue = ? AND reason = 'NO_QUEUE'");
                    wake.setString(1, back);
                    wake.executeUpdate();
                }
            }
            return true;
        });
    }

    /** How many dead letters each queue has; queues without any are left out. */
    Map<String, Long> deadByQueue() {
        return database.read(session -> {
            Map<String, Long> dead = new TreeMap<>();
            try (ResultSet rows = session.prepare(
                            "SELECT queue, count(*) FROM message WHERE died IS NOT NULL GROUP BY queue")
                    .executeQuery()) {
                while (rows.next()) {
                    dead.put(rows.getString(1), rows.getLong(2));
                }
            }
            return dead;
        });
    }

    /** Returns when everything written before is durable. */
    void flush() {
        database.write(session -> true);
    }

    private List<Boolean> add(Session session, List<New> messages) throws SQLException {
        PreparedStatement insert = session.prepare("""
                INSERT OR IGNORE INTO message (queue, event, envelope, enqueued, due, receives, error)
                VALUES (?, ?, ?, ?, ?, ?, ?)""");
        List<Boolean> isNew = new ArrayList<>(messages.size());
        Envelope written = null;
        for (New message : messages) {
            insert.setString(1, message.queue());
            insert.setString(2, message.envelope().id());
            if (message.envelope() != written) {
                written = message.envelope();
                insert.setString(3, codec.toJson(written));
            }
            insert.setLong(4, message.enqueuedAt().toEpochMilli());
            insert.setLong(5, message.due().toEpochMilli());
            insert.setInt(6, message.receives());
            insert.setString(7, message.error());
            isNew.add(insert.executeUpdate() == 1);
        }
        return isNew;
    }

    private List<Optional<Received>> load(Session session, String queue, List<String> events) throws SQLException {
        PreparedStatement select = session.prepare(
                "SELECT envelope, receives, error FROM message WHERE queue = ? AND event = ? AND died IS NULL");
        List<Optional<Received>> loaded = new ArrayList<>(events.size());
        for (String event : events) {
            select.setString(1, queue);
            select.setString(2, event);
            try (ResultSet row = select.executeQuery()) {
                loaded.add(
                        row.next()
                                ? Optional.of(new Received(
                                        codec.fromJson(row.getString(1), Envelope.class),
                                        row.getInt(2),
                                        row.getString(3)))
                                : Optional.empty());
            }
        }
        return loaded;
    }

    private static List<String> queues(Session session, String where) throws SQLException {
        List<String> queues = new ArrayList<>();
        try (ResultSet rows = session.prepare("SELECT DISTINCT queue FROM message WHERE " + where)
                .executeQuery()) {
            while (rows.next()) {
                queues.add(rows.getString(1));
            }
        }
        return queues;
    }
}
