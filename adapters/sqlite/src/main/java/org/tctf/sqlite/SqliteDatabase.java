package org.tctf.sqlite;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file: many readers, one writer. SQLite allows one writing transaction at a time and an fsync costs far
 * more than a write, so one thread does all writing: it takes whatever waits, runs each work in a savepoint of one
 * transaction, commits once, and then answers all of them (group commit: DeWitt et al., "Implementation techniques for
 * main memory database systems", SIGMOD 1984, §4). Alone, a work costs one fsync; a hundred together cost one as well.
 *
 * <p>Safe for concurrent use. Waiting is friendly to virtual threads.
 */
public final class SqliteDatabase implements AutoCloseable {
    private final Path file;
    private final Readers readers;
    private final Writer writer;

    private SqliteDatabase(Path file, Readers readers, Writer writer) {
        this.file = file;
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Opens the file, making it and its folder when there is none.
     *
     * @throws StorageException when the folder is not writable, the file is no database or is damaged, or another
     *     program has locked it
     */
    public static SqliteDatabase open(Path file, Durability durability) {
        Path path = file.toAbsolutePath();
        Opening opening = new Opening(path, durability);
        Session first = opening.writer();
        return new SqliteDatabase(path, new Readers(path, opening), Writer.start(path, first));
    }

    /**
     * Reads. Every statement of the work sees all commits acknowledged before it began.
     *
     * @throws StorageException when the database cannot be read
     */
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        return readers.read(work);
    }

    /**
     * Writes, and returns once that is durable. A work that throws has written nothing, and harms no other.
     *
     * @throws StorageException when the database cannot be written; an exception of the work's own comes out unchanged
     */
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        try {
            return writer.submit(work, true).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw failed;
        }
    }

    /**
     * Writes with the next group, at the latest in {@value Writer#LINGER_MILLIS} ms: for what need not be durable when
     * the caller goes on. Works of one thread are done in the order in which it gave them, {@code write}s included. What
     * hangs on the future runs on the writer's thread, so it must be quick or asynchronous.
     */
    public <T extends @Nullable Object> CompletableFuture<T> writeLater(SqlWork<T> work) {
        return writer.submit(work, false);
    }

    /** How many groups were committed since opening; works ÷ commits is what grouping saves. */
    public long commits() {
        return writer.commits();
    }

    public Path file() {
        return file;
    }

    /** Finishes what was submitted, moves the log into the file, and closes it. */
    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
