package org.tctf.bus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;

/**
 * One message in one queue. While it waits on disk only its id is in memory: 100,000 of them take some 20 MB, whatever
 * they carry.
 */
final class QueuedMessage {

    /** Where a crash would find it again; guarded by the {@link Ledger}. */
    enum Kept {
        /** In its publisher's outbox only. */
        IN_OUTBOX,
        /** On its way into the queue's table. */
        ON_THE_WAY,
        /** In the queue's table, durably. */
        IN_QUEUE,
        /** Nowhere: it is done. */
        NOWHERE
    }

    private final MessageQueue queue;
    private final String event;
    private final Instant enqueuedAt;
    private final boolean isSuspect;
    private @Nullable Envelope envelope;
    private boolean isInFlight;
    private Kept kept;
    private Instant due;
    private int receives;
    private @Nullable String lastError;

    private QueuedMessage(
            MessageQueue queue, String event, Instant enqueuedAt, Instant due, Kept kept, boolean isSuspect) {
        this.queue = queue;
        this.event = event;
        this.enqueuedAt = enqueuedAt;
        this.due = due;
        this.kept = kept;
        this.isSuspect = isSuspect;
    }

    /** Just published: its outbox keeps it. */
    static QueuedMessage fresh(MessageQueue queue, Envelope envelope, Instant now, Instant due) {
        QueuedMessage message = new QueuedMessage(queue, envelope.id(), now, due, Kept.IN_OUTBOX, false);
        message.envelope = envelope;
        return message;
    }

    /**
     * Its row is in the queue's table.
     *
     * @param isSuspect the process may have died of it: count each delivery before it begins
     */
    static QueuedMessage stored(MessageQueue queue, QueueRows.Waiting row, boolean isSuspect) {
        QueuedMessage message =
                new QueuedMessage(queue, row.event(), row.enqueuedAt(), row.due(), Kept.IN_QUEUE, isSuspect);
        message.receives = row.receives();
        return message;
    }

    /** A worker takes it. */
    synchronized @Nullable Envelope take() {
        isInFlight = true;
        return envelope;
    }

    /** It waits again. */
    synchronized void giveBack() {
        isInFlight = false;
        if (kept == Kept.IN_QUEUE) {
            envelope = null;
        }
    }

    synchronized void nowKept(Kept where) {
        kept = where;
        if (where == Kept.NOWHERE || (where == Kept.IN_QUEUE && !isInFlight)) {
            envelope = null;
        }
    }

    synchronized Kept kept() {
        return kept;
    }

    /** Whether its outbox may forget it. */
    boolean isSettled() {
        return switch (kept()) {
            case IN_QUEUE, NOWHERE -> true;
            case IN_OUTBOX, ON_THE_WAY -> false;
        };
    }

    synchronized int received() {
        return ++receives;
    }

    synchronized void failed(String error, Instant nextDue) {
        lastError = error;
        due = nextDue;
    }

    /** As it goes into the table; only while its envelope is here, which it is until it is kept there. */
    synchronized QueueRows.New row() {
        if (envelope == null) {
            throw new IllegalStateException("message %s of %s is stored already".formatted(event, queue.name()));
        }
        return new QueueRows.New(queue.name(), envelope, enqueuedAt, due, receives, lastError);
    }

    MessageQueue queue() {
        return queue;
    }

    String event() {
        return event;
    }

    Instant enqueuedAt() {
        return enqueuedAt;
    }

    /** Only its first delivery in this process is under suspicion: each later one is counted when it fails. */
    synchronized boolean isSuspect() {
        return isSuspect && lastError == null;
    }

    synchronized Instant due() {
        return due;
    }
}
