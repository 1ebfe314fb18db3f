package org.tctf.app.console.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a message's way.
 *
 * @param queues that matched, when it was published; else the one queue that the step was made in
 * @param attempt how often it had been delivered then, from 1; 0 where nothing is delivered
 * @param tookMs how long the delivery took
 * @param detail the error of a failed delivery
 * @param nextAttemptAt when the next delivery is due
 */
public record StepView(
        StepKind kind,
        Instant at,
        List<String> queues,
        int attempt,
        @Nullable Double tookMs,
        @Nullable String detail,
        @Nullable Instant nextAttemptAt) {}
