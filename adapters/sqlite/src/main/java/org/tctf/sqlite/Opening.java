package org.tctf.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How connections to one file are opened, and what is checked before. */
final class Opening {
    private static final int HEADER_BYTES = 100;
    private static final String MAGIC = "SQLite format 3\0";
    private static final int BUSY_MILLIS = 5_000;
    // Negative: KiB. The writer's cache lives on; a reader's is emptied by every commit, so it gets less. Mapping the
    // file into memory instead made reads 7 % faster, and 34 small tables 80 MB larger.
    private static final int WRITER_CACHE = -1024;
    private static final int READER_CACHE = -512;
    private static final int WAL_BYTES = 16 * 1024 * 1024;
    // quick_check reads the whole file, some 0.6 ms a megabyte. A small one is checked at every start, a middling one
    // after a crash; a large one is trusted: SQLite's log survives a crash, and a damaged page is refused when it is
    // read.
    private static final long ALWAYS_CHECKED_BYTES = 8L * 1024 * 1024;
    private static final long CHECKED_AFTER_CRASH_BYTES = 256L * 1024 * 1024;

    private final Path file;
    private final Durability durability;

    Opening(Path file, Durability durability) {
        this.file = file;
        this.durability = durability;
    }

    /** The one writing connection, after the checks. */
    Session writer() {
        makeFolder();
        checkHeader();
        boolean isUnclean = Files.exists(log());
        Session session = connect(true);
        try {
            if (size() <= (isUnclean ? CHECKED_AFTER_CRASH_BYTES : ALWAYS_CHECKED_BYTES)) {
                quickCheck(session);
            }
            return session;
        } catch (RuntimeException damaged) {
            closeAfter(session, damaged);
            throw damaged;
        }
    }

    Session reader() {
        return connect(false);
    }

    private Session connect(boolean isWriter) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(isWriter ? WRITER_CACHE : READER_CACHE);
        if (isWriter) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(durability.synchronous()));
            config.setJournalSizeLimit(WAL_BYTES);
        } else {
            config.setReadOnly(true);
        }
        try {
            Session session = new Session(config.createConnection("jdbc:sqlite:" + file), isWriter);
            // The first statement that reads the file: only now SQLite looks whether it is a database.
            session.execute("SELECT count(*) FROM sqlite_schema");
            return session;
        } catch (SQLException refused) {
            throw StorageException.of(file, refused);
        }
    }

    private void makeFolder() {
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new StorageException(
                    "The folder %s cannot be made (%s): make its parent writable, or choose another folder"
                            .formatted(folder, refused.getClass().getSimpleName()),
                    refused);
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new StorageException(
                    "%s cannot be written: make the file and its folder writable, or choose another folder"
                            .formatted(file));
        }
    }

    /** Finds a foreign or a cut file by its first 100 bytes (https://sqlite.org/fileformat2.html §1.3). */
    private void checkHeader() {
        if (!Files.exists(file) || size() == 0) {
            return;
        }
        ByteBuffer header = header();
        if (header.limit() < HEADER_BYTES
                || !new String(header.array(), 0, 16, StandardCharsets.US_ASCII).equals(MAGIC)) {
            throw StorageException.damaged(file, "it does not begin as one");
        }
        int pageBytes = Short.toUnsignedInt(header.getShort(16));
        long pages = Integer.toUnsignedLong(header.getInt(28));
        boolean isCountValid = header.getInt(24) == header.getInt(92);
        long bytes = pages * (pageBytes == 1 ? 65_536 : pageBytes);
        // With a log beside it the file may be behind; SQLite knows then, and the quick check looks.
        if (isCountValid && size() < bytes && !Files.exists(log())) {
            throw StorageException.damaged(file, "%d of %d bytes are there".formatted(size(), bytes));
        }
    }

    private ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        } catch (IOException unreadable) {
            throw new StorageException(
                    "%s cannot be read: make it readable, or choose another folder".formatted(file), unreadable);
        }
        return header.flip();
    }

    private void quickCheck(Session session) {
        try (ResultSet answer = session.prepare("PRAGMA quick_check(1)").executeQuery()) {
            answer.next();
            if (!answer.getString(1).equals("ok")) {
                throw StorageException.damaged(file, answer.getString(1));
            }
        } catch (SQLException refused) {
            throw StorageException.of(file, refused);
        }
    }

    /** A clean close removes the log; one that is there was left by a crash. */
    private Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new StorageException(
                    "%s cannot be read: make it readable, or choose another folder".formatted(file), unreadable);
        }
    }

    private static void closeAfter(Session session, RuntimeException failure) {
        try {
            session.close();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
