package org.tctf.keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A small text file with mode 0600 that is either the old one or the new one after a crash, never half of it. One process
 * owns the folder (the platform locks it), so two first uses never race. Where the file system has no POSIX permissions,
 * the folder's own protection has to do.
 */
final class OwnerOnlyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final Path folder;

    OwnerOnlyFile(Path path) {
        this.path = path.toAbsolutePath();
        this.folder = Objects.requireNonNull(this.path.getParent(), "a file, not a file system's root");
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws IllegalStateException when others may read it (then they may have done so), or it makes no sense */
    <T> T parsed(Function<List<String>, T> parser) {
        List<String> lines = read();
        try {
            return parser.apply(lines);
        } catch (IllegalArgumentException | DateTimeException garbled) {
            // Without the cause: its message may quote a line of the file, which is a key.
            throw new IllegalStateException("%s is damaged: put it back from a backup".formatted(path));
        }
    }

    private List<String> read() {
        try {
            if (hasPosix(path)) {
                Set<PosixFilePermission> actual = Files.getPosixFilePermissions(path);
                if (!OWNER_ONLY.containsAll(actual)) {
                    throw new IllegalStateException(
                            "%s is open to others (%s): run chmod 600 on it, and rotate its keys if they may have read it"
                                    .formatted(path, PosixFilePermissions.toString(actual)));
                }
            }
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Durable when it returns: bytes, name, and the folder's entry. */
    void write(List<String> lines) {
        try {
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, path.getFileName() + "-", ".tmp", permissions(folder));
            try {
                try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
            if (hasPosix(folder)) {
                try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                    entry.force(true);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(path + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private static FileAttribute<?>[] permissions(Path folder) throws IOException {
        return hasPosix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosix(Path existing) throws IOException {
        FileStore store = Files.getFileStore(existing);
        return store.supportsFileAttributeView("posix");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
