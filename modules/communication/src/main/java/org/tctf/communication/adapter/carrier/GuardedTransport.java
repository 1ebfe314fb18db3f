package org.tctf.communication.adapter.carrier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.communication.application.Providers;
import org.tctf.communication.domain.Failover;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/**
 * One provider behind a time limit and a circuit breaker (Nygard, "Release It!", ch. 5). A rejected mail counts as a
 * success of the provider: it works, it just does not want this mail.
 */
final class GuardedTransport {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTransport.class);

    private final MailTransport transport;
    private final Duration limit;
    private final CircuitBreaker breaker;

    GuardedTransport(MailTransport transport, Duration limit, InstantSource clock) {
        this.transport = transport;
        this.limit = limit;
        breaker = CircuitBreaker.of(
                transport.name(),
                CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(CarrierLimits.WINDOW)
                        .minimumNumberOfCalls(CarrierLimits.ENOUGH)
                        .failureRateThreshold(CarrierLimits.TOLERATED)
                        .waitDurationInOpenState(CarrierLimits.LEFT_ALONE)
                        .permittedNumberOfCallsInHalfOpenState(CarrierLimits.TRIALS)
                        .ignoreExceptions(InterruptedException.class)
                        .recordException(failure -> !(failure instanceof MailTransport.Rejected))
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "mail provider {}: circuit {}",
                        transport.name(),
                        change.getStateTransition().getToState()));
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
        try {
            breaker.executeCheckedRunnable(() -> sendInTime(mail));
            return Optional.empty();
        } catch (CallNotPermittedException open) {
            return Optional.of(Failover.Cause.CIRCUIT_OPEN);
        } catch (TimeoutException late) {
            return Optional.of(Failover.Cause.TIMEOUT);
        } catch (MailTransport.Rejected | Error theirs) {
            throw theirs;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while %s took mail %s".formatted(name(), mail.id()), stopped);
        } catch (Throwable unavailable) {
            LOG.info("mail provider {} did not take mail {}: {}", name(), mail.id(), unavailable.getMessage());
            return Optional.of(Failover.Cause.UNAVAILABLE);
        }
    }

    Providers.Health health() {
        Providers.Circuit circuit = switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> Providers.Circuit.OPEN;
            case HALF_OPEN -> Providers.Circuit.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> Providers.Circuit.CLOSED;
        };
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        return new Providers.Health(name(), circuit, metrics.getFailureRate(), metrics.getNumberOfBufferedCalls());
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
