package org.tctf.bus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.sqlite.StorageException;

/**
 * What was handed to the queues in memory and still lies in its outbox. After a grace, what is done everywhere is
 * forgotten by its outbox, and only the rest is written to the queues' table first; see {@link EmbeddedBus} for why.
 *
 * <p>The grace is no polling: its timer is armed by a publication, and an idle bus has none. It costs no latency either,
 * since nobody waits for what happens at its end.
 */
final class Unsettled {
    private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);

    /**
     * A hundred times what a delivery usually takes, so that a short jam costs no writes, which would lengthen it. A crash
     * makes duplicates of at most this much time.
     */
    private static final Duration GRACE = Duration.ofMillis(250);

    /** Characters of data kept in memory at most, so that slow consumers cost disk, not memory. */
    private static final int MAX_WEIGHT = 8 * 1024 * 1024;

    private static final int OVERHEAD = 2 * 1024;

    private record Handed(SqliteOutbox outbox, SqliteOutbox.Entry entry, List<QueuedMessage> messages, long ripeAt) {
        int weight() {
            return entry.message().envelope().data().length() + OVERHEAD;
        }

        boolean isSettled() {
            return messages.stream().allMatch(QueuedMessage::isSettled);
        }
    }

    private final Ledger ledger;
    private final Alarm alarm;
    private final Deque<Handed> handed = new ArrayDeque<>();
    private int weight;

    Unsettled(Ledger ledger, ScheduledExecutorService timer) {
        this.ledger = ledger;
        alarm = new Alarm(timer, () -> Thread.startVirtualThread(this::settleRipe));
    }

    synchronized boolean hasRoom() {
        return weight < MAX_WEIGHT;
    }

    /** Remembers that these queues were handed this entry, each as one message; none is fine. */
    void add(SqliteOutbox outbox, SqliteOutbox.Entry entry, List<QueuedMessage> messages) {
        put(new Handed(outbox, entry, messages, System.nanoTime() + GRACE.toNanos()));
    }

    /** At the end: settles all that can be, whatever its age. */
    void settleAll() {
        settle(System.nanoTime() + GRACE.toNanos());
    }

    private void settleRipe() {
        try {
            settle(System.nanoTime());
        } catch (StorageException closed) {
            LOG.warn("Messages stay in their outbox and will be delivered again: {}", closed.getMessage());
        }
    }

    private void settle(long now) {
        Map<SqliteOutbox, List<SqliteOutbox.Entry>> settled = new IdentityHashMap<>();
        List<QueuedMessage> lasting = new ArrayList<>();
        for (Handed old : takeRipe(now)) {
            if (old.isSettled()) {
                settled.computeIfAbsent(old.outbox(), _ -> new ArrayList<>()).add(old.entry());
            } else {
                lasting.addAll(old.messages());
                add(old.outbox(), old.entry(), old.messages());
            }
        }
        ledger.keep(lasting);
        settled.forEach(SqliteOutbox::sent);
    }

    private synchronized void put(Handed entry) {
        handed.add(entry);
        weight += entry.weight();
        alarm.ringBy(handed.getFirst().ripeAt());
    }

    private synchronized List<Handed> takeRipe(long now) {
        List<Handed> ripe = new ArrayList<>();
        for (Handed oldest = handed.peek(); oldest != null; oldest = handed.peek()) {
            if (oldest.ripeAt() - now > 0) {
                alarm.ringBy(oldest.ripeAt());
                break;
            }
            ripe.add(handed.remove());
            weight -= oldest.weight();
        }
        return ripe;
    }
}
