package org.tctf.objects;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.kernel.objects.UploadAddress;

/**
 * One store. An object is written aside, forced to the disk, and renamed into its place: after a crash at any instruction
 * the place has the old object or the new one, and what lay aside is thrown away at the next start.
 *
 * <p>Bytes are written without a lock; only what changes folders holds it, so that nobody's put loses the folder that
 * somebody's delete has just found empty.
 */
final class FileStore implements ObjectStore {
    private static final int BUFFER = 64 * 1024;

    /** What it shares with the other stores. */
    record Shared(Path aside, Seal seal, Addresses addresses, InstantSource clock) {}

    private final StoreName name;
    private final Places places;
    private final Shared shared;
    private final Lock folders = new ReentrantLock();

    FileStore(StoreName name, Path root, Shared shared) {
        this.name = name;
        this.places = new Places(root);
        this.shared = shared;
    }

    @Override
    public void put(ObjectKey key, Content content) {
        write(key, content, false);
    }

    /** @return whether it is there now; not when there was one already */
    boolean putFirst(ObjectKey key, Content content) {
        return write(key, content, true);
    }

    boolean has(ObjectKey key) {
        return Files.exists(places.file(key));
    }

    private boolean write(ObjectKey key, Content content, boolean onlyFirst) {
        return onDisk("written", () -> {
            Path next = Files.createTempFile(shared.aside(), "", "");
            try {
                seal(next, key, content);
                return moved(next, places.file(key), onlyFirst);
            } finally {
                Files.deleteIfExists(next);
            }
        });
    }

    private void seal(Path file, ObjectKey key, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            try (OutputStream sealed =
                    shared.seal().sealing(out, name.place(key), content.contentType(), content.length())) {
                copy(content, sealed);
            }
            channel.force(true);
        }
        Files.setLastModifiedTime(file, FileTime.from(shared.clock().instant()));
    }

    /** The source's failures are its own, and not this disk's. */
    private static void copy(Content content, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (Source source = new Source(content)) {
            for (int got = source.read(buffer); got >= 0; got = source.read(buffer)) {
                to.write(buffer, 0, got);
            }
        }
    }

    private record Source(InputStream in) implements AutoCloseable {
        Source(Content content) {
            this(opened(content));
        }

        private static InputStream opened(Content content) {
            try {
                return content.open();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        int read(byte[] buffer) {
            try {
                return in.read(buffer, 0, buffer.length);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private boolean moved(Path next, Path file, boolean onlyFirst) throws IOException {
        folders.lock();
        try {
            if (onlyFirst && Files.exists(file)) {
                return false;
            }
            Path folder = file.getParent();
            Disk.make(places.root(), folder == null ? places.root() : folder);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.force(folder);
            return true;
        } finally {
            folders.unlock();
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // handed to the caller, who closes it
    public Optional<StoredObject> open(ObjectKey key) {
        Path file = places.file(key);
        return onDisk("read", () -> {
            InputStream in;
            try {
                in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            } catch (NoSuchFileException none) {
                return Optional.empty();
            }
            try {
                Seal.Head head = shared.seal().head(in);
                return Optional.of(new StoredObject(
                        head.contentType(), head.length(), shared.seal().opening(in, name.place(key), head)));
            } catch (IllegalArgumentException | IOException unreadable) {
                in.close();
                throw new Unavailable(
                        "%s is damaged, or sealed with a key that is gone: put it, or the keyring, back from a backup"
                                .formatted(file),
                        unreadable);
            }
        });
    }

    @Override
    public void delete(ObjectKey key) {
        locked("deleted", () -> Disk.delete(places.root(), places.file(key)));
    }

    @Override
    public void deleteUnder(ObjectKey folder) {
        locked("deleted", () -> Disk.deleteTree(places.root(), places.folder(folder)));
    }

    /** Deletes what was put before then. */
    void sweep(Instant before) {
        for (Path file : putBefore(before)) {
            locked("deleted", () -> {
                if (isOlder(file, before)) {
                    Disk.delete(places.root(), file);
                }
            });
        }
    }

    private List<Path> putBefore(Instant then) {
        return onDisk("read", () -> {
            if (!Files.isDirectory(places.root())) {
                return List.of();
            }
            try (Stream<Path> files = Files.find(
                    places.root(),
                    Integer.MAX_VALUE,
                    (file, about) -> Places.isObject(file)
                            && about.lastModifiedTime().toInstant().isBefore(then))) {
                return files.toList();
            } catch (UncheckedIOException deletedMeanwhile) {
                return List.of();
            }
        });
    }

    /** Somebody may have put another one there since it was found. */
    private static boolean isOlder(Path file, Instant then) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public URI downloadAddress(ObjectKey key, FileName file, Duration validity) {
        ObjectStore.checkValidity(validity);
        return shared.addresses().of(new Ticket.Download(name, key, ends(validity), file));
    }

    @Override
    public UploadAddress uploadAddress(ObjectKey key, String contentType, long length, Duration validity) {
        ObjectStore.checkValidity(validity);
        ObjectStore.checkUpload(contentType, length);
        Ticket.Upload ticket = new Ticket.Upload(name, key, ends(validity), contentType, length);
        return new UploadAddress(shared.addresses().of(ticket), ticket.headers());
    }

    private Instant ends(Duration validity) {
        return shared.clock().instant().plus(validity);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Change {
        void run() throws IOException;
    }

    private void locked(String what, Change change) {
        folders.lock();
        try {
            onDisk(what, () -> {
                change.run();
                return Optional.empty();
            });
        } finally {
            folders.unlock();
        }
    }

    private <T> T onDisk(String what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new Unavailable(
                    "an object of %s cannot be %s (%s): look whether the disk is full or %s may not be written"
                            .formatted(name, what, failed.getClass().getSimpleName(), places.root()),
                    failed);
        }
    }
}
