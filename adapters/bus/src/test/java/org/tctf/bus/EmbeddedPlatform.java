package org.tctf.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.sqlite.SqliteTable;
import org.tctf.sqlite.StorageException;

/** Services with their tables in a folder, and the bus between them; opened again over the same folder it goes on. */
final class EmbeddedPlatform implements AutoCloseable {
    private final Map<String, SqliteDatabase> databases = new LinkedHashMap<>();
    private final Map<String, ServiceTable> tables = new LinkedHashMap<>();
    private final Map<String, SqliteOutbox> outboxes = new LinkedHashMap<>();
    private final SqliteDatabase queues;
    private final EmbeddedBus bus;

    private EmbeddedPlatform(
            Path folder,
            InstantSource clock,
            BusOptions options,
            Function<Class<?>, ?> consumers,
            ServiceDefinition... services) {
        Codec codec = new JacksonCodec();
        Ids ids = Ids.v7(clock, new SecureRandom());
        Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
        queues = SqliteDatabase.open(folder.resolve("queues.db"), Durability.FULL);
        bus = new EmbeddedBus(queues, codec, clock, options);
        for (ServiceDefinition service : services) {
            SqliteDatabase database = SqliteDatabase.open(folder.resolve(service.name() + ".db"), Durability.FULL);
            SqliteTable items = new SqliteTable(database, service.indexes());
            ServiceTable table = new ServiceTable(service, items, codec, _ -> {}, cursors, clock, ids);
            databases.put(service.name(), database);
            tables.put(service.name(), table);
            outboxes.put(service.name(), items.outbox());
            bus.register(service, new Deliveries(table, codec, consumers), items.outbox());
        }
    }

    static EmbeddedPlatform in(
            Path folder, BusOptions options, Function<Class<?>, ?> consumers, ServiceDefinition... services) {
        return in(folder, InstantSource.system(), options, consumers, services);
    }

    static EmbeddedPlatform in(
            Path folder,
            InstantSource clock,
            BusOptions options,
            Function<Class<?>, ?> consumers,
            ServiceDefinition... services) {
        return new EmbeddedPlatform(folder, clock, options, consumers, services);
    }

    EmbeddedPlatform started() {
        bus.start();
        return this;
    }

    EmbeddedBus bus() {
        return bus;
    }

    ServiceTable table(ServiceDefinition service) {
        return tables.get(service.name());
    }

    SqliteOutbox outbox(ServiceDefinition service) {
        return outboxes.get(service.name());
    }

    /** Pulls the databases out from under the running bus: from here on nothing that it does is kept. */
    void crash() {
        closeDatabases();
        try {
            bus.close(Duration.ZERO);
        } catch (StorageException asIntended) {
            assertThat(asIntended).hasMessageContaining("closed");
        }
    }

    @Override
    public void close() {
        bus.close();
        closeDatabases();
    }

    private void closeDatabases() {
        databases.values().forEach(SqliteDatabase::close);
        queues.close();
    }
}
