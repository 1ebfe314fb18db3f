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
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/**
 * One provider behind a time limit and a circuit breaker. A rejected mail counts as a success of the provider: it works,
 * it just does not want this mail.
 */
final class GuardedTransport {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTransport.class);

    private final MailTransport transport;
    private final Duration limit;
    private final Breaker breaker;

    GuardedTransport(MailTransport transport, Duration limit, BreakerStates breakers, InstantSource clock) {
        this.transport = transport;
        this.limit = limit;
        breaker = new Breaker("mail provider " + transport.name(), breakers, clock);
    }

    String name() {
        return transport.name();
    }

    /**
     * Why it was passed over; empty when it has the mail.
     *
     * @throws MailTransport.Rejected when it will never take it
     */
    Optional<Failover.Cause> send(Mail mail) {
        Breaker.Attempt attempt = breaker.attempt().orElse(null);
        if (attempt == null) {
            return Optional.of(Failover.Cause.CIRCUIT_OPEN);
        }
        try {
            sendInTime(mail);
            attempt.succeeded();
            return Optional.empty();
        } catch (MailTransport.Rejected itWorks) {
            attempt.succeeded();
            throw itWorks;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while %s took mail %s".formatted(name(), mail.id()), stopped);
        } catch (TimeoutException late) {
            attempt.failed();
            return Optional.of(Failover.Cause.TIMEOUT);
        } catch (Error broken) {
            attempt.failed();
            throw broken;
        } catch (Throwable unavailable) {
            attempt.failed();
            LOG.info("mail provider {} did not take mail {}: {}", name(), mail.id(), unavailable.getMessage());
            return Optional.of(Failover.Cause.UNAVAILABLE);
        }
    }

    Providers.Health health() {
        Providers.Circuit circuit = switch (breaker.circuit()) {
            case OPEN -> Providers.Circuit.OPEN;
            case HALF_OPEN -> Providers.Circuit.HALF_OPEN;
            case CLOSED -> Providers.Circuit.CLOSED;
        };
        return new Providers.Health(name(), circuit, breaker.failures());
    }

    // A transport has time-outs of its own, for each step; this one is for the whole, whatever the transport does.
    private void sendInTime(Mail mail) throws Throwable {
        FutureTask<Boolean> sending = new FutureTask<>(() -> transport.send(mail), true);
        Thread.ofVirtual().name("mail-" + name()).start(sending);
        try {
            sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause();
        } finally {
            sending.cancel(true);
        }
    }
}
