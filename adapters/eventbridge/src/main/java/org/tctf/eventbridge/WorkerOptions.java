package org.tctf.eventbridge;

import io.opentelemetry.api.OpenTelemetry;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.tctf.kernel.event.RetryPolicy;

/**
 * What a worker may be given beyond what it needs.
 *
 * @param retry how long a failed message waits, in whole seconds
 * @param random of the retries' jitter; safe for concurrent use
 * @param telemetry receives a span of each delivery
 */
public record WorkerOptions(RetryPolicy retry, RandomGenerator random, OpenTelemetry telemetry) {

    /**
     * Retries after seconds to minutes, no telemetry. Chance comes from {@link SecureRandom}, since any other source goes
     * on alike in all functions that are restored from one snapshot (Lambda Developer Guide, "Handling uniqueness").
     */
    public static WorkerOptions defaults() {
        return new WorkerOptions(RetryPolicy.DEFAULT, new SecureRandom(), OpenTelemetry.noop());
    }

    public WorkerOptions retrying(RetryPolicy policy) {
        return new WorkerOptions(policy, random, telemetry);
    }

    public WorkerOptions tracedBy(OpenTelemetry openTelemetry) {
        return new WorkerOptions(retry, random, openTelemetry);
    }
}
