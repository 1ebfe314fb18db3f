package org.tctf.telemetry;

import java.time.Instant;
import java.util.List;

/** The platform's numbers at one moment, counted since its start; durations are in milliseconds. */
public record MetricsSnapshot(
        Instant at, List<Route> requests, List<Queue> queues, List<Count> facts, List<Count> domain, Process process) {

    /**
     * How one route does. Percentiles and maximum are of the last ten minutes, the count is of all time.
     *
     * @param route method and path template, {@code GET /v1/users/{id}/profile}
     * @param status class of the answers, {@code 2xx}
     */
    public record Route(
            String service,
            String route,
            String status,
            long count,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            double maxMs) {}

    /**
     * How one queue does.
     *
     * @param depth messages that wait or are being delivered
     * @param oldestAgeSeconds of the message that waits longest; 0 when none waits
     * @param deadLetters that went to the dead-letter queue since the start
     */
    public record Queue(
            String queue,
            long depth,
            double oldestAgeSeconds,
            long done,
            long duplicates,
            long parked,
            long failures,
            long deadLetters,
            double p50Ms,
            double p95Ms,
            double p99Ms) {}

    /** How often something happened. */
    public record Count(String service, String name, long count) {}

    /** The process itself. */
    public record Process(long uptimeSeconds, long heapUsedBytes, long heapMaxBytes, double cpuLoad, int threads) {}
}
