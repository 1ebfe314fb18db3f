package org.tctf.kernel.table;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.EventSchemas;
import org.tctf.kernel.service.ServiceDefinition;

/** Each service's table, opened when the service is first asked for, and what all of them need. */
public final class OpenedTables implements ServiceTables {
    private final Function<ServiceDefinition, ? extends Table> opener;
    private final Codec codec;
    private final EventSchemas schemas;
    private final Cursors cursors;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, ServiceTable> opened = new ConcurrentHashMap<>();

    /** @param opener the twin's table of a service */
    public OpenedTables(
            Function<ServiceDefinition, ? extends Table> opener,
            Codec codec,
            EventSchemas schemas,
            Cursors cursors,
            InstantSource clock,
            Ids ids) {
        this.opener = opener;
        this.codec = codec;
        this.schemas = schemas;
        this.cursors = cursors;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public ServiceTable of(ServiceDefinition service) {
        return opened.computeIfAbsent(
                service.name(),
                name -> new ServiceTable(service, opener.apply(service), codec, schemas, cursors, clock, ids));
    }
}
