package org.tctf.bus;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tctf.kernel.event.RetryPolicy;

/**
 * What a bus may be given beyond what it needs.
 *
 * @param random of the retries' jitter; safe for concurrent use
 * @param telemetry receives a span of each delivery
 * @param observers see every step of every message
 */
public record BusOptions(
        RetryPolicy retry, RandomGenerator random, OpenTelemetry telemetry, List<BusObserver> observers) {

    public BusOptions {
        observers = List.copyOf(observers);
    }

    /** Retries after seconds to minutes, no telemetry, no observers. */
    public static BusOptions defaults() {
        return new BusOptions(RetryPolicy.DEFAULT, new Random(), OpenTelemetry.noop(), List.of());
    }

    public BusOptions retrying(RetryPolicy policy) {
        return new BusOptions(policy, random, telemetry, observers);
    }

    public BusOptions jitteredBy(RandomGenerator source) {
        return new BusOptions(retry, source, telemetry, observers);
    }

    public BusOptions tracedBy(OpenTelemetry openTelemetry) {
        return new BusOptions(retry, random, openTelemetry, observers);
    }

    public BusOptions observedBy(List<BusObserver> all) {
        return new BusOptions(retry, random, telemetry, all);
    }
}
