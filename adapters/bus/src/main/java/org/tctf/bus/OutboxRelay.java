package org.tctf.bus;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.sqlite.SqliteOutbox;

/**
 * Takes what a service commits to the bus. As long as the queues keep up, the commit itself brings the messages along;
 * nothing is read back and no thread is woken in between. When they don't, or at the start, the relay pages through the
 * outbox's table instead, which bounds memory, and returns to the fast way once it has read everything.
 *
 * <p>Positions only grow, so "after the last one taken" neither loses nor repeats an entry while the ways alternate.
 */
final class OutboxRelay implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int PAGE = 500;
    private static final long AFTER_TROUBLE_MILLIS = 1_000;

    /** Where the entries go. */
    interface Sink {
        /** Whether memory takes more. */
        boolean hasRoom();

        /** Hands entries to the queues' workers; their outbox keeps them until they are settled. Returns at once. */
        void handOver(SqliteOutbox outbox, List<SqliteOutbox.Entry> entries);

        /**
         * Stores entries in the queues, durably; then their outbox forgets them.
         *
         * @param areLeftOver whether an earlier process left them behind
         */
        void store(SqliteOutbox outbox, List<SqliteOutbox.Entry> entries, boolean areLeftOver);
    }

    private final String service;
    private final SqliteOutbox outbox;
    private final Sink sink;
    private final AtomicInteger underWay;
    private final Thread thread;

    private long taken;
    private boolean isBehind;
    private boolean isRecovering = true;
    private boolean hasMissed;
    private boolean isClosed;

    /** @param underWay counts one for this relay while it is behind */
    OutboxRelay(String service, SqliteOutbox outbox, Sink sink, AtomicInteger underWay) {
        this.service = service;
        this.outbox = outbox;
        this.sink = sink;
        this.underWay = underWay;
        thread = Thread.ofVirtual().name("relay-" + service).unstarted(this);
    }

    void start() {
        fallBehind();
        outbox.onCommit(this::committed);
        thread.start();
    }

    /** No more entries are taken after it returns. */
    void close() throws InterruptedException {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        thread.join();
    }

    private synchronized void committed(List<SqliteOutbox.Entry> entries) {
        if (isClosed) {
            return;
        }
        if (isBehind || !sink.hasRoom()) {
            fallBehind();
            hasMissed = true;
            return;
        }
        List<SqliteOutbox.Entry> fresh =
                entries.stream().filter(entry -> entry.seq() > taken).toList();
        if (!fresh.isEmpty()) {
            taken = fresh.getLast().seq();
            sink.handOver(outbox, fresh);
        }
    }

    @Override
    public void run() {
        try {
            while (awaitWork()) {
                try {
                    catchUp();
                } catch (RuntimeException trouble) {
                    LOG.error("The outbox of {} could not be relayed; trying again in a second", service, trouble);
                    synchronized (this) {
                        wait(AFTER_TROUBLE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!isBehind && !isClosed) {
            wait();
        }
        hasMissed = false;
        return !isClosed;
    }

    private void catchUp() {
        List<SqliteOutbox.Entry> page = outbox.after(taken, PAGE);
        if (!page.isEmpty()) {
            sink.store(outbox, page, isRecovering);
            taken = page.getLast().seq();
            return;
        }
        synchronized (this) {
            isRecovering = false;
            if (!hasMissed) {
                isBehind = false;
                underWay.decrementAndGet();
            }
        }
    }

    private synchronized void fallBehind() {
        if (!isBehind) {
            isBehind = true;
            underWay.incrementAndGet();
            notifyAll();
        }
    }
}
