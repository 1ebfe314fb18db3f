package org.tctf.app.console.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.sqlite.SqliteDatabase;

/**
 * Writes what has gathered, at most ten times a second, and sleeps while there is nothing. Bounded in number and in bytes;
 * what comes when it is full is dropped and counted, so that the console can neither slow the platform nor eat its memory.
 */
final class TrailWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrailWriter.class);
    private static final long GATHER_NANOS = 100_000_000;
    private static final int BATCH = 4_096;
    private static final int PRUNE_EVERY = 2_000;

    private final TrailFile file;
    private final TrailTables tables;
    private final Bounds bounds;
    private final BlockingQueue<Recorded> waiting;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final LongAdder sampledOut = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("console-trail").unstarted(this::run);
    private volatile boolean isIdle;
    private volatile boolean isClosed;
    private int sincePruned;

    TrailWriter(TrailFile file, TrailTables tables, Bounds bounds) {
        this.file = file;
        this.tables = tables;
        this.bounds = bounds;
        this.waiting = new ArrayBlockingQueue<>(bounds.waiting());
    }

    void start() {
        thread.start();
    }

    void offer(Recorded recorded) {
        if (recorded.isSampledOut()) {
            sampledOut.increment();
            return;
        }
        int bytes = recorded.bytes();
        if (waitingBytes.get() + bytes > bounds.waitingBytes() || !waiting.offer(recorded)) {
            dropped.increment();
            return;
        }
        waitingBytes.addAndGet(bytes);
        if (isIdle) {
            LockSupport.unpark(thread);
        }
    }

    /** The database, with everything in it that was offered before the call. */
    SqliteDatabase upToDate() {
        flush();
        return file.database();
    }

    Losses losses() {
        return new Losses(sampledOut.sum(), dropped.sum());
    }

    @Override
    public void close() {
        flush();
        writing.lock();
        try {
            isClosed = true;
            file.close();
        } finally {
            writing.unlock();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!isClosed) {
            isIdle = true;
            if (waiting.isEmpty()) {
                LockSupport.park(this);
            }
            isIdle = false;
            LockSupport.parkNanos(this, GATHER_NANOS);
            flush();
        }
    }

    private void flush() {
        writing.lock();
        try {
            List<Recorded> batch = new ArrayList<>();
            while (!isClosed && waiting.drainTo(batch, BATCH) > 0) {
                write(batch);
                batch.clear();
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Recorded> batch) {
        batch.forEach(recorded -> waitingBytes.addAndGet(-recorded.bytes()));
        List<Recorded> rows = DeliveryEnds.joined(batch);
        try {
            file.database().write(session -> {
                for (Recorded row : rows) {
                    tables.insert(session, row);
                }
                sincePruned += rows.size();
                if (sincePruned >= PRUNE_EVERY) {
                    TrailTables.prune(session, bounds.byTable());
                    sincePruned = 0;
                }
                return true;
            });
        } catch (RuntimeException notWritten) {
            dropped.add(rows.size());
            LOG.warn("the console could not keep {} steps: {}", rows.size(), notWritten.toString());
        }
    }
}
