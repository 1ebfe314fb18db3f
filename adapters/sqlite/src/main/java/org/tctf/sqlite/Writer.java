package org.tctf.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thread that does all writing to one file; see {@link SqliteDatabase} for why there is one.
 *
 * <p>A group is whatever waited when the commit before it was done: the longer a commit takes, the larger the next
 * group, so that no delay has to be chosen. Nobody is answered before the commit, not even whose work failed: it may
 * have failed because of a neighbour's write that the commit then refuses.
 */
final class Writer {
    static final int LINGER_MILLIS = 10;
    private static final int LARGEST_GROUP = 500;
    private static final System.Logger LOG = System.getLogger(Writer.class.getName());

    private final Path file;
    private final Session session;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Job<?>> waiting = new ArrayDeque<>();
    private int urgent;
    private boolean isClosed;
    private volatile long commits;

    private Writer(Path file, Session session) {
        this.file = file;
        this.session = session;
        this.thread =
                Thread.ofPlatform().name("write " + file.getFileName()).daemon().unstarted(this::work);
    }

    static Writer start(Path file, Session session) {
        Writer writer = new Writer(file, session);
        writer.thread.start();
        return writer;
    }

    <T extends @Nullable Object> CompletableFuture<T> submit(SqlWork<T> work, boolean isUrgent) {
        if (isUrgent && Thread.currentThread() == thread) {
            throw new IllegalStateException("a write inside a write waits for itself: use the session, or writeLater");
        }
        Job<T> job = new Job<>(work, isUrgent);
        lock.lock();
        try {
            if (isClosed) {
                throw StorageException.closed(file);
            }
            waiting.add(job);
            urgent += isUrgent ? 1 : 0;
            if (waiting.size() == 1 || (isUrgent && urgent == 1)) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
        return job.answer();
    }

    long commits() {
        return commits;
    }

    void close() {
        lock.lock();
        try {
            isClosed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (List<Job<?>> group = next(); !group.isEmpty(); group = next()) {
            commit(group);
        }
        try {
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            session.close();
        } catch (SQLException kept) {
            LOG.log(System.Logger.Level.WARNING, "{0} was not closed cleanly; its log stays for the next start", file);
        }
    }

    /** What waits, as soon as something does; empty when closed and done. */
    private List<Job<?>> next() {
        lock.lock();
        try {
            long patience = TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
            while (urgent == 0 && !isClosed && (waiting.isEmpty() || patience > 0)) {
                if (waiting.isEmpty()) {
                    arrived.awaitUninterruptibly();
                } else {
                    patience = arrived.awaitNanos(patience);
                }
            }
            List<Job<?>> group = new ArrayList<>(Math.min(waiting.size(), LARGEST_GROUP));
            while (group.size() < LARGEST_GROUP && !waiting.isEmpty()) {
                Job<?> job = waiting.remove();
                urgent -= job.isUrgent() ? 1 : 0;
                group.add(job);
            }
            return group;
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException("the writer's thread was interrupted", nobodyDoes);
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Job<?>> group) {
        try {
            session.prepare("BEGIN IMMEDIATE").execute();
            for (Job<?> job : group) {
                job.run(session, file);
            }
            session.prepare("COMMIT").execute();
            commits++;
        } catch (Throwable failed) {
            session.forgetStatements();
            rollBack();
            StorageException refused = failed instanceof SQLException sql
                    ? StorageException.of(file, sql)
                    : new StorageException("%s could not be written; nothing was".formatted(file), failed);
            group.forEach(job -> job.refuse(refused));
            return;
        }
        group.forEach(Job::tell);
        group.forEach(Job::answerNow);
    }

    private void rollBack() {
        try {
            session.prepare("ROLLBACK").execute();
        } catch (SQLException alreadyRolledBack) {
            // SQLite rolls back by itself on a full disk or a failed write (https://sqlite.org/lang_transaction.html).
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", file, alreadyRolledBack.getMessage());
        }
    }
}
