package org.tctf.app.console;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.QueueDepth;
import org.tctf.telemetry.Metrics;
import org.tctf.telemetry.MetricsSnapshot;

/** The platform's numbers at this moment, put together from the bus and the metrics. */
@ConsoleOnly
@Singleton
public final class LiveCounts {
    private final EmbeddedBus bus;
    private final Metrics metrics;
    private final InstantSource clock;

    LiveCounts(EmbeddedBus bus, Metrics metrics, InstantSource clock) {
        this.bus = bus;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Golden signals and domain metrics. */
    public MetricsSnapshot metrics() {
        return metrics.snapshot(clock.instant(), this::backlogs);
    }

    /**
     * How often each node of the flow graph was passed since the start: {@code fact:auth-core/SIGNED_IN}, {@code
     * queue:…} (done), {@code failed:…}, {@code dead:…}.
     */
    public Map<String, Long> byNode() {
        Map<String, Long> counts = new TreeMap<>();
        metrics.facts().forEach(fact -> counts.put("fact:" + fact.service() + "/" + fact.name(), fact.count()));
        bus.counts().forEach(queue -> {
            counts.put("queue:" + queue.queue(), queue.delivered());
            counts.put("failed:" + queue.queue(), queue.failed());
            counts.put("dead:" + queue.queue(), queue.deadLettered());
        });
        return counts;
    }

    private Map<String, Metrics.Backlog> backlogs() {
        return bus.depths().stream()
                .collect(Collectors.toMap(
                        QueueDepth::queue,
                        depth -> new Metrics.Backlog(
                                depth.ready() + depth.delayed() + depth.inFlight(), depth.oldest())));
    }
}
