package org.tctf.bus;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.table.Page;
import org.tctf.sqlite.Session;
import org.tctf.sqlite.SqliteDatabase;

/**
 * The dead-letter queues of all queues: what nobody tries again by itself lies here, durably, until a person sends it
 * back or gives it up.
 */
public final class DeadLetters {
    private static final String COLUMNS = "id, queue, envelope, receives, reason, error, enqueued, died";
    private static final int REDRIVE_PAGE = 500;

    private final SqliteDatabase database;
    private final Codec codec;
    private final InstantSource clock;
    private final Routes routes;
    private final Observers observers;

    DeadLetters(SqliteDatabase database, Workings workings, Routes routes) {
        this.database = database;
        this.codec = workings.codec();
        this.clock = workings.clock();
        this.routes = routes;
        this.observers = workings.observers();
    }

    /**
     * One page, the oldest first.
     *
     * @param queue only of this queue; of all queues when absent
     * @param limit 1–100
     * @param cursor the page before's {@code nextCursor}; absent for the first page
     * @throws IllegalArgumentException when the limit is out of bounds or the cursor is none of ours
     */
    public Page<DeadLetter> list(@Nullable String queue, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit %d: use 1 to 100".formatted(limit));
        }
        long after = cursor == null ? 0 : Long.parseLong(cursor);
        List<DeadLetter> found = new ArrayList<>(list(queue, after, limit + 1));
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        found.removeLast();
        return new Page<>(List.copyOf(found), Long.toString(found.getLast().id()));
    }

    public Optional<DeadLetter> get(long id) {
        return database.read(session -> {
            PreparedStatement select =
                    session.prepare("SELECT " + COLUMNS + " FROM message WHERE id = ? AND died IS NOT NULL");
            select.setLong(1, id);
            return read(select).stream().findFirst();
        });
    }

    /**
     * Sends it back into its queue, with all its tries before it.
     *
     * @return whether there was such a dead letter
     * @throws IllegalStateException when no service has its queue
     */
    public boolean redrive(long id) {
        return get(id).map(this::redrive).orElse(false);
    }

    /**
     * Sends all that lie here now of a queue back into it.
     *
     * @return how many
     * @throws IllegalStateException when no service has this queue
     */
    public int redriveAll(String queue) {
        int redriven = 0;
        long last = 0;
        for (List<DeadLetter> page = list(queue, last, REDRIVE_PAGE);
                !page.isEmpty();
                page = list(queue, last, REDRIVE_PAGE)) {
            for (DeadLetter letter : page) {
                redriven += redrive(letter) ? 1 : 0;
            }
            last = page.getLast().id();
        }
        return redriven;
    }

    /**
     * Deletes it for good.
     *
     * @return whether there was such a dead letter
     */
    public boolean discard(long id) {
        Optional<DeadLetter> letter = get(id);
        boolean isDiscarded = database.write(session -> {
            PreparedStatement delete = session.prepare("DELETE FROM message WHERE id = ? AND died IS NOT NULL");
            delete.setLong(1, id);
            return delete.executeUpdate() == 1;
        });
        if (isDiscarded) {
            letter.ifPresent(gone -> observers.tell(o -> o.discarded(gone.queue(), gone.envelope())));
        }
        return isDiscarded;
    }

    private boolean redrive(DeadLetter letter) {
        MessageQueue queue = routes.queue(letter.queue())
                .orElseThrow(() -> new IllegalStateException(DeadLetter.noQueue(letter.queue())));
        Instant now = clock.instant();
        boolean isBack = database.write(session -> {
            PreparedStatement update = session.prepare("""
                    UPDATE message SET died = NULL, reason = NULL, error = NULL, receives = 0, due = ?
                    WHERE id = ? AND died IS NOT NULL""");
            update.setLong(1, now.toEpochMilli());
            update.setLong(2, letter.id());
            return update.executeUpdate() == 1;
        });
        if (isBack) {
            observers.tell(o -> o.redriven(letter.queue(), letter.envelope()));
            queue.offer(QueuedMessage.stored(
                    queue,
                    new QueueRows.Waiting(letter.queue(), letter.envelope().id(), letter.enqueuedAt(), now, 0),
                    false));
        }
        return isBack;
    }

    private List<DeadLetter> list(@Nullable String queue, long after, int limit) {
        return database.read(session -> {
            PreparedStatement select = prepare(session, queue);
            select.setLong(1, after);
            select.setInt(2, limit);
            if (queue != null) {
                select.setString(3, queue);
            }
            return read(select);
        });
    }

    private static PreparedStatement prepare(Session session, @Nullable String queue) throws SQLException {
        return session.prepare("SELECT " + COLUMNS + " FROM message WHERE died IS NOT NULL AND id > ?1"
                + (queue == null ? "" : " AND queue = ?3") + " ORDER BY id LIMIT ?2");
    }

    private List<DeadLetter> read(PreparedStatement select) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                letters.add(new DeadLetter(
                        row.getLong(1),
                        row.getString(2),
                        codec.fromJson(row.getString(3), Envelope.class),
                        row.getInt(4),
                        DeadLetter.Reason.valueOf(row.getString(5)),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        Instant.ofEpochMilli(row.getLong(8))));
            }
        }
        return letters;
    }
}
