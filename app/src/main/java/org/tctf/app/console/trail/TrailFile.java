package org.tctf.app.console.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.StorageException;

/**
 * The trail's file, opened when it is first needed: the platform's start does not wait for its console. A damaged one is
 * put aside for a new one: it holds nothing that the platform needs.
 */
final class TrailFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrailFile.class);

    private final Path path;
    private @Nullable SqliteDatabase database;

    TrailFile(Path path) {
        this.path = path;
    }

    synchronized SqliteDatabase database() {
        SqliteDatabase open = database;
        if (open == null) {
            open = open();
            database = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
        }
    }

    private SqliteDatabase open() {
        try {
            return create();
        } catch (StorageException damaged) {
            putAside(damaged);
            return create();
        }
    }

    private SqliteDatabase create() {
        // Relaxed: after a power cut the newest steps may be missing here, and nowhere else.
        SqliteDatabase opened = SqliteDatabase.open(path, Durability.RELAXED);
        try {
            opened.write(session -> {
                TrailTables.create(session);
                return true;
            });
            return opened;
        } catch (RuntimeException notOurs) {
            opened.close();
            throw notOurs;
        }
    }

    private void putAside(StorageException damaged) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-wal"));
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-shm"));
            LOG.warn(
                    "The console's history was not readable ({}); it lies in {} now, and a new one begins",
                    damaged.getMessage(),
                    aside);
        } catch (IOException notMoved) {
            damaged.addSuppressed(notMoved);
            throw damaged;
        }
    }
}
