package org.tctf.app.metrics;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tctf.bus.BusObserver;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.telemetry.Metrics;

/** Counts facts and deliveries. The registry is made with the first one: the platform's start does not wait for it. */
@Singleton
final class MeteredBus implements BusObserver {
    private final BeanProvider<Metrics> metrics;

    MeteredBus(BeanProvider<Metrics> metrics) {
        this.metrics = metrics;
    }

    @Override
    public void published(Envelope envelope, List<String> queues) {
        metrics.get().published(envelope);
    }

    @Override
    public void delivered(String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
        metrics.get().delivered(queue, outcome, took);
    }

    @Override
    public void failed(String queue, Envelope envelope, int attempt, Throwable error, Instant nextAttempt) {
        metrics.get().failed(queue);
    }

    @Override
    public void deadLettered(String queue, Envelope envelope, int attempts, String reason, String error) {
        metrics.get().deadLettered(queue);
    }
}
