package org.tctf.pipeline.cost;

import java.time.Duration;

/**
 * What a service does in a month, and with what.
 *
 * @param requests HTTP requests a month
 * @param memoryMegabytes of each of its functions
 * @param duration billed, of a request or of a message alike
 * @param events facts published, a request
 * @param consumers services that a fact goes to, with one queue each
 * @param eventBytes of a fact in its envelope
 * @param writes write units of the table, a request: one for each KB of an item and of its entry in each index, two for
 *     each in a transaction; a fact's way into the outbox and out of it counts
 * @param reads read units of the table, a request
 * @param logBytes written to the log, an invocation
 * @param queues that its own function polls
 * @param alarms metric alarms; one with an anomaly band counts as three
 */
public record Workload(
        double requests,
        int memoryMegabytes,
        Duration duration,
        double events,
        double consumers,
        double eventBytes,
        double writes,
        double reads,
        double logBytes,
        int queues,
        int alarms) {

    /** @throws IllegalArgumentException when a number is negative, or the memory is none that Lambda has */
    public Workload {
        if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
            throw new IllegalArgumentException("%d MB: a function has 128 to 10,240 MB".formatted(memoryMegabytes));
        }
        if (duration.isNegative()
                || Math.min(Math.min(requests, events), Math.min(consumers, eventBytes)) < 0
                || writes < 0
                || Math.min(Math.min(reads, logBytes), Math.min(queues, alarms)) < 0) {
            throw new IllegalArgumentException("a workload has no negative numbers");
        }
    }
}
