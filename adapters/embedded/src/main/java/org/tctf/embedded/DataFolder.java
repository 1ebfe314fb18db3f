package org.tctf.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded storage, held by one process at a time. The operating system drops the lock with the
 * process, so a killed one leaves nothing to clean up.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CannotStart when the folder cannot be made or written, or another process holds it */
    static DataFolder open(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new DataFolder(path, channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same sentence as for another process
        } catch (IOException notWritable) {
            close(channel);
            throw new CannotStart(
                    "The data folder %s cannot be written (%s); make it writable, or set TCTF_DATA to another folder."
                            .formatted(
                                    path.toAbsolutePath(),
                                    notWritable.getClass().getSimpleName()),
                    notWritable);
        }
        close(channel);
        throw new CannotStart(
                "The data folder %s is in use by another process; stop that one, or set TCTF_DATA to another folder."
                        .formatted(path.toAbsolutePath()),
                null);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // nothing was written through it
        }
    }
}
