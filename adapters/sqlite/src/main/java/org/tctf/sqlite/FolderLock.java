package org.tctf.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data folder belongs to one process: two would each relay the same outboxes. The operating system drops the lock
 * when the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "in-use-by";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StorageException when another process has it, or the folder cannot be written */
    public static FolderLock take(Path folder) {
        Path file = folder.resolve(NAME);
        FileChannel channel = open(folder, file);
        try {
            if (tryLock(channel) == null) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw new StorageException(
                        "The data folder %s is in use by process %s: stop that one, or choose another folder"
                                .formatted(folder, owner));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new FolderLock(channel);
        } catch (IOException refused) {
            throw unwritable(folder, refused);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException dropped) {
            throw new StorageException("the lock of the data folder could not be given back", dropped);
        }
    }

    private static FileChannel open(Path folder, Path file) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw unwritable(folder, refused);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException thisProcessHasIt) {
            return null;
        }
    }

    private static StorageException unwritable(Path folder, IOException refused) {
        return new StorageException(
                "The data folder %s cannot be written (%s): make it writable, or choose another folder"
                        .formatted(folder, refused.getClass().getSimpleName()),
                refused);
    }
}
