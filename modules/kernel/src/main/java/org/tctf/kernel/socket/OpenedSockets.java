package org.tctf.kernel.socket;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Codec;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.ServiceTables;

/** Each service's connections, and what all of them need. */
public final class OpenedSockets implements ServiceSockets {
    private final ServiceTables tables;
    private final RealtimeGateway gateway;
    private final SessionEnds sessions;
    private final SocketAddress address;
    private final Codec codec;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, MemberSockets> opened = new ConcurrentHashMap<>();

    public OpenedSockets(
            ServiceTables tables,
            RealtimeGateway gateway,
            SessionEnds sessions,
            SocketAddress address,
            Codec codec,
            InstantSource clock,
            SecureRandom random) {
        this.tables = tables;
        this.gateway = gateway;
        this.sessions = sessions;
        this.address = address;
        this.codec = codec;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public MemberSockets of(ServiceDefinition service) {
        return opened.computeIfAbsent(service.name(), name -> {
            Connections connections = new Connections(tables.of(service), clock);
            Tickets tickets = new Tickets(tables.of(service), address.of(service.requireSocket()), clock, random);
            return new MemberSockets(service.requireSocket(), connections, tickets, gateway, sessions, codec, clock);
        });
    }
}
