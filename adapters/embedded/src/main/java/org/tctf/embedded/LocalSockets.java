package org.tctf.embedded;

import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.tctf.http.SocketPipeline;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.RealtimeGateway;

/** The connections of this process. */
@Singleton
public final class LocalSockets implements RealtimeGateway {
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Map<String, LocalConnection> open = new ConcurrentHashMap<>();
    private final BeanProvider<SocketPipeline> pipeline;
    private final ExecutorService threads;
    private final InstantSource clock;
    private volatile boolean isClosing;

    LocalSockets(
            BeanProvider<SocketPipeline> pipeline,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public Delivery send(String connectionId, String text) {
        LocalConnection connection = open.get(connectionId);
        return connection == null ? Delivery.GONE : connection.send(text);
    }

    @Override
    public void close(String connectionId) {
        LocalConnection connection = open.get(connectionId);
        if (connection != null) {
            connection.goAway();
        }
    }

    /** How many are connected. */
    public int size() {
        return open.size();
    }

    /** Closes those that have lasted as long as they may; it happens by itself within half a minute. */
    public void sweep() {
        Instant now = clock.instant();
        open.values().stream()
                .filter(connection -> !now.isBefore(connection.openedAt().plus(Connection.LIFETIME)))
                .forEach(LocalConnection::goAway);
    }

    LocalConnection opened(SocketDoor.Guest guest, Channel channel) {
        LocalConnection connection = new LocalConnection(
                guest.service(), guest.connectionId(), channel, pipeline.get(), threads, clock.instant());
        if (open.isEmpty()) {
            Thread.ofVirtual().name("sockets").start(this::sweeping);
        }
        open.put(guest.connectionId(), connection);
        // What was closed while it was still being let in could not be found here.
        threads.execute(() -> pipeline.get().letIn(guest.service(), guest.connectionId()));
        return connection;
    }

    void closed(LocalConnection connection) {
        if (open.remove(connection.id()) != null && !isClosing) {
            threads.execute(() -> pipeline.get().disconnect(connection.service(), connection.id()));
        }
    }

    /** Tables are about to be closed: what is still connected is found gone by the next process. */
    @PreDestroy
    void close() {
        isClosing = true;
    }

    private void sweeping() {
        try {
            do {
                Thread.sleep(SWEEP);
                sweep();
            } while (!open.isEmpty() && !isClosing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
