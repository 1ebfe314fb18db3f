package org.tctf.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;

/**
 * The messages of a table's commits, in the order of the commits, until they are said to have been sent. After a crash
 * some that were sent are still here: they go again, and their receivers know their ids.
 */
public final class SqliteOutbox {

    /** @param seq grows with every message while the program runs */
    public record Entry(long seq, Outgoing message) {}

    private static final System.Logger LOG = System.getLogger(SqliteOutbox.class.getName());
    private static final JacksonCodec CODEC = new JacksonCodec();

    private final SqliteDatabase database;
    private final List<Consumer<List<Entry>>> listeners = new CopyOnWriteArrayList<>();
    /** Only the writer's thread touches it: a number that SQLite chose could come again once the outbox is empty. */
    private long lastSeq;

    SqliteOutbox(SqliteDatabase database, long lastSeq) {
        this.database = database;
        this.lastSeq = lastSeq;
    }

    static long lastSeq(Session session) throws SQLException {
        try (ResultSet row = session.prepare("SELECT max(seq) FROM outbox").executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** What lies here with a greater number, least first. */
    public List<Entry> after(long seq, int limit) {
        return database.read(session -> {
            PreparedStatement select = session.prepare(
                    "SELECT seq, envelope, queue, delay FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?");
            select.setLong(1, seq);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    Envelope envelope = CODEC.fromJson(rows.getString(2), Envelope.class);
                    entries.add(new Entry(
                            rows.getLong(1),
                            new Outgoing(envelope, rows.getString(3), Duration.ofMillis(rows.getLong(4)))));
                }
                return entries;
            }
        });
    }

    /** Forgets them, soon: a crash before that sends them again. */
    public void sent(List<Entry> entries) {
        List<Long> seqs = entries.stream().map(Entry::seq).toList();
        database.<Boolean>writeLater(session -> {
                    PreparedStatement delete = session.prepare("DELETE FROM outbox WHERE seq = ?");
                    for (long seq : seqs) {
                        delete.setLong(1, seq);
                        delete.executeUpdate();
                    }
                    return true;
                })
                .whenComplete((done, failed) -> {
                    if (failed != null) {
                        LOG.log(System.Logger.Level.WARNING, "sent messages stay in the outbox and go again", failed);
                    }
                });
    }

    /**
     * Is told the messages of every commit as soon as it is durable, in the order of the commits, on the writer's
     * thread: it must be quick. What was there before it listened, {@link #after} tells.
     */
    public void onCommit(Consumer<List<Entry>> listener) {
        listeners.add(listener);
    }

    /** Messages of one commit, already written as JSON. */
    Batch batch(List<Outgoing> messages) {
        return new Batch(
                messages, messages.stream().map(m -> CODEC.toJson(m.envelope())).toList());
    }

    /** Part of one transaction. */
    final class Batch {
        private final List<Outgoing> messages;
        private final List<String> texts;

        private Batch(List<Outgoing> messages, List<String> texts) {
            this.messages = messages;
            this.texts = texts;
        }

        void put(Session session) throws SQLException {
            if (messages.isEmpty()) {
                return;
            }
            List<Entry> entries = new ArrayList<>(messages.size());
            PreparedStatement insert =
                    session.prepare("INSERT INTO outbox (seq, envelope, queue, delay) VALUES (?, ?, ?, ?)");
            for (int i = 0; i < messages.size(); i++) {
                Outgoing message = messages.get(i);
                Entry entry = new Entry(++lastSeq, message);
                insert.setLong(1, entry.seq());
                insert.setString(2, texts.get(i));
                if (message.queue() == null) {
                    insert.setNull(3, Types.VARCHAR);
                } else {
                    insert.setString(3, message.queue());
                }
                insert.setLong(4, message.delay().toMillis());
                insert.executeUpdate();
                entries.add(entry);
            }
            session.afterCommit(() -> listeners.forEach(listener -> listener.accept(entries)));
        }
    }
}
