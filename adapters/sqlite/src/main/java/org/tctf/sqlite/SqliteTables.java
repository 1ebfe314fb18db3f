package org.tctf.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The tables of all services in one folder: {@code <service>.db}. Only one process at a time has the folder. Expired
 * items are deleted about once a minute.
 */
public final class SqliteTables implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(SqliteTables.class.getName());

    private final Path folder;
    private final Durability durability;
    private final InstantSource clock;
    private final FolderLock lock;
    private final Map<String, SqliteTable> tables = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("expire items").daemon().factory());

    private SqliteTables(Path folder, Durability durability, InstantSource clock, FolderLock lock) {
        this.folder = folder;
        this.durability = durability;
        this.clock = clock;
        this.lock = lock;
    }

    /** @throws StorageException when the folder cannot be written, or another process has it */
    public static SqliteTables open(Path folder, Durability durability, InstantSource clock) {
        SqliteTables tables = new SqliteTables(folder, durability, clock, FolderLock.take(folder));
        tables.sweeper.scheduleWithFixedDelay(tables::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        return tables;
    }

    /**
     * The service's table, opened when first asked for.
     *
     * @throws StorageException when its file is damaged or cannot be written
     */
    public SqliteTable of(ServiceDefinition service) {
        return tables.computeIfAbsent(
                service.name(),
                name -> new SqliteTable(
                        SqliteDatabase.open(folder.resolve(name + ".db"), durability), service.indexes()));
    }

    /** Deletes what has expired by now, in all tables. */
    public void sweep() {
        tables.forEach((name, table) -> {
            try {
                table.sweep(clock.instant());
            } catch (StorageException later) {
                LOG.log(System.Logger.Level.WARNING, "{0}: expired items stay a while: {1}", name, later.getMessage());
            }
        });
    }

    /** Finishes what runs and closes all files. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        try (lock) {
            tables.values().parallelStream().forEach(SqliteTable::close);
        }
    }
}
