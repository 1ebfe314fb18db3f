package org.tctf.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Read-only connections, opened when first needed. As many as processors: a reading thread is in native code and never
 * waits for the disk longer than for a page, so more would only take memory.
 */
final class Readers {
    private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Path file;
    private final Opening opening;
    private final Semaphore free = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    Readers(Path file, Opening opening) {
        this.file = file;
        this.opening = opening;
    }

    <T extends @Nullable Object> T read(SqlWork<T> work) {
        free.acquireUninterruptibly();
        try {
            if (isClosed) {
                throw StorageException.closed(file);
            }
            Session known = idle.pollFirst();
            Session session = known == null ? opening.reader() : known;
            try {
                return work.run(session);
            } catch (SQLException failed) {
                session.forgetStatements();
                throw StorageException.of(file, failed);
            } finally {
                // The one used last comes first: its pages are in the cache.
                idle.addFirst(session);
            }
        } finally {
            free.release();
        }
    }

    /** Waits for running reads. */
    void close() {
        isClosed = true;
        free.acquireUninterruptibly(MOST);
        try {
            for (Session session = idle.poll(); session != null; session = idle.poll()) {
                session.close();
            }
        } catch (SQLException failed) {
            throw StorageException.of(file, failed);
        } finally {
            free.release(MOST);
        }
    }
}
