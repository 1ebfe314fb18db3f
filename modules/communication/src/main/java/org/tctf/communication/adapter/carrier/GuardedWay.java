package org.tctf.communication.adapter.carrier;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.communication.application.Providers;
import org.tctf.communication.domain.Failover;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;

/**
 * One provider behind a time limit and a circuit breaker. A rejected message counts as a success of the provider: it works,
 * it just does not want this message.
 *
 * @param <M> what is sent
 */
final class GuardedWay<M> {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedWay.class);

    private final String name;
    private final Way<M> way;
    private final Duration limit;
    private final Breaker breaker;

    /** @param kind of provider: providers of one kind share nothing with those of another, also when their names are alike */
    GuardedWay(String kind, String name, Way<M> way, Duration limit, BreakerStates breakers, InstantSource clock) {
        this.name = name;
        this.way = way;
        this.limit = limit;
        breaker = new Breaker(kind + " provider " + name, breakers, clock);
    }

    String name() {
        return name;
    }

    /**
     * Why it was passed over; empty when it has the message.
     *
     * @throws Refusal when it will never take it
     */
    Optional<Failover.Cause> send(String id, M message) {
        Breaker.Attempt attempt = breaker.attempt().orElse(null);
        if (attempt == null) {
            return Optional.of(Failover.Cause.CIRCUIT_OPEN);
        }
        try {
            sendInTime(message);
            attempt.succeeded();
            return Optional.empty();
        } catch (Refusal itWorks) {
            attempt.succeeded();
            throw itWorks;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while %s took message %s".formatted(name, id), stopped);
        } catch (TimeoutException late) {
            attempt.failed();
            return Optional.of(Failover.Cause.TIMEOUT);
        } catch (Error broken) {
            attempt.failed();
            throw broken;
        } catch (Throwable unavailable) {
            attempt.failed();
            LOG.info("provider {} did not take message {}: {}", name, id, unavailable.getMessage());
            return Optional.of(Failover.Cause.UNAVAILABLE);
        }
    }

    Providers.Health health() {
        Providers.Circuit circuit = switch (breaker.circuit()) {
            case OPEN -> Providers.Circuit.OPEN;
            case HALF_OPEN -> Providers.Circuit.HALF_OPEN;
            case CLOSED -> Providers.Circuit.CLOSED;
        };
        return new Providers.Health(name, circuit, breaker.failures());
    }

    // A transport has time-outs of its own, for each step; this one is for the whole, whatever the transport does.
    private void sendInTime(M message) throws Throwable {
        FutureTask<Boolean> sending = new FutureTask<>(() -> way.send(message), true);
        Thread.ofVirtual().name("send-" + name).start(sending);
        try {
            sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause();
        } finally {
            sending.cancel(true);
        }
    }
}
