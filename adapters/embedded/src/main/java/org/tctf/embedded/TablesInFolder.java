package org.tctf.embedded;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.EventSchemas;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteTable;

/** A SQLite file per service in the data folder, opened when the service is first asked for. */
public final class TablesInFolder implements ServiceTables, AutoCloseable {

    private record Opened(SqliteTable file, ServiceTable table) {}

    private final DataFolder folder;
    private final Codec codec;
    private final EventSchemas schemas;
    private final Cursors cursors;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    TablesInFolder(
            DataFolder folder, Codec codec, EventSchemas schemas, Cursors cursors, InstantSource clock, Ids ids) {
        this.folder = folder;
        this.codec = codec;
        this.schemas = schemas;
        this.cursors = cursors;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public ServiceTable of(ServiceDefinition service) {
        return open(service).table();
    }

    /** The same table without what the kernel adds: for the relay and for the console's table browser. */
    public SqliteTable file(ServiceDefinition service) {
        return open(service).file();
    }

    /** Deletes what has expired, in all tables that are open. */
    void sweep() {
        List.copyOf(opened.values()).forEach(table -> table.file().sweep(clock.instant()));
    }

    @Override
    public void close() {
        new ArrayList<>(opened.values()).forEach(table -> table.file().close());
    }

    private Opened open(ServiceDefinition service) {
        return opened.computeIfAbsent(service.name(), name -> {
            SqliteDatabase database = SqliteDatabase.open(folder.file(name + ".db"), Durability.FULL);
            SqliteTable file = new SqliteTable(database, service.indexes());
            return new Opened(file, new ServiceTable(service, file, codec, schemas, cursors, clock, ids));
        });
    }
}
