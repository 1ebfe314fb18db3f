package org.tctf.embedded;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.EventSchemas;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.sqlite.SqliteTables;

/** A SQLite file per service in the data folder, opened when the service is first asked for. */
record TablesInFolder(
        SqliteTables files,
        Codec codec,
        EventSchemas schemas,
        Cursors cursors,
        InstantSource clock,
        Ids ids,
        Map<String, ServiceTable> opened)
        implements ServiceTables {

    TablesInFolder(
            SqliteTables files, Codec codec, EventSchemas schemas, Cursors cursors, InstantSource clock, Ids ids) {
        this(files, codec, schemas, cursors, clock, ids, new ConcurrentHashMap<>());
    }

    @Override
    public ServiceTable of(ServiceDefinition service) {
        return opened.computeIfAbsent(
                service.name(),
                name -> new ServiceTable(service, files.of(service), codec, schemas, cursors, clock, ids));
    }
}
