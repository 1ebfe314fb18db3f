package org.tctf.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.kernel.service.KeptObjects;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.PublicUrl;

/**
 * The stores of all services in one folder: {@code <service>/<store>/…}, each object a sealed file. One process owns the
 * folder. What is kept for a time only is deleted within an hour after it.
 */
public final class FileObjects implements ObjectStores, AutoCloseable {
    private static final Duration SWEEP = Duration.ofHours(1);

    /** Soon, since a platform on a laptop may never run for an hour; not while everything else starts. */
    private static final Duration FIRST_SWEEP = Duration.ofMinutes(1);

    private static final String ASIDE = ".incoming";
    private static final System.Logger LOG = System.getLogger(FileObjects.class.getName());

    private final Path folder;
    private final FileStore.Shared shared;
    private final Map<StoreName, FileStore> stores = new ConcurrentHashMap<>();
    private final Map<StoreName, Duration> keptFor = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("expire objects").daemon().factory());

    private FileObjects(Path folder, FileStore.Shared shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /**
     * The stores in this folder, which is made when it is missing, for its owner only. What a crash has left half written
     * is thrown away.
     *
     * @param publicUrl where {@link #gate} is to answer, at {@link Gate#PATH}
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static FileObjects open(
            Path folder, Encryption encryption, Secrets secrets, PublicUrl publicUrl, InstantSource clock) {
        Path aside = folder.resolve(ASIDE);
        try {
            makePrivate(folder);
            Disk.deleteTree(folder, aside);
            Files.createDirectory(aside);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "%s cannot be written: make it writable, or choose another folder".formatted(folder), unwritable);
        }
        FileObjects objects = new FileObjects(
                folder,
                new FileStore.Shared(aside, new Seal(encryption), new Addresses(secrets, publicUrl, clock), clock));
        objects.sweeper.scheduleWithFixedDelay(
                objects::sweep, FIRST_SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        return objects;
    }

    @Override
    public ObjectStore of(ServiceDefinition service, String store) {
        KeptObjects kept = service.objects(store);
        StoreName name = new StoreName(service.name(), kept.name());
        if (kept.keptFor() != null) {
            keptFor.put(name, kept.keptFor());
        }
        return store(name);
    }

    /** Lets in whoever has an address. */
    public Gate gate() {
        return new Gate(this, shared.addresses());
    }

    FileStore store(StoreName name) {
        return stores.computeIfAbsent(
                name, one -> new FileStore(one, folder.resolve(one.service()).resolve(one.store()), shared));
    }

    /** Deletes what has been kept long enough by now. */
    public void sweep() {
        keptFor.forEach((name, time) -> {
            try {
                store(name).sweep(shared.clock().instant().minus(time));
            } catch (Unavailable later) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0}: expired objects stay a while: {1}",
                        name,
                        later.getMessage());
            }
        });
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
