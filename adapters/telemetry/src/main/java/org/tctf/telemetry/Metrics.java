package org.tctf.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.DomainMetric;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The golden signals of every service and queue, and the numbers that definitions ask for, in a Micrometer registry; any
 * other registry (CloudWatch, OTLP) can be put in its place. Safe for concurrent use; a count costs well under a
 * microsecond.
 */
public final class Metrics {
    /** What a queue tells of itself when asked. */
    public record Backlog(long depth, Duration oldestAge) {}

    /** Where the backlogs of all queues come from; asked once per snapshot. */
    @FunctionalInterface
    public interface Backlogs {
        Map<String, Backlog> now();
    }

    private record Request(String service, String route, String status) {}

    private record Delivery(String queue, String outcome) {}

    private record Fact(String service, String type) {}

    private static final double[] PERCENTILES = {0.5, 0.95, 0.99};
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int WINDOW_PARTS = 5;
    private static final String FAILED = "FAILED";
    private static final String DEAD = "DEAD_LETTER";

    private final MeterRegistry registry;
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();
    private final Map<Delivery, Timer> deliveries = new ConcurrentHashMap<>();
    private final Map<Fact, Counter> facts = new ConcurrentHashMap<>();
    private final Map<String, List<Counter>> countedFacts = new ConcurrentHashMap<>();
    private final Map<Fact, Counter> domain = new ConcurrentHashMap<>();
    private final List<String> queues;

    public Metrics(List<ServiceDefinition> services) {
        this(services, new SimpleMeterRegistry());
    }

    public Metrics(List<ServiceDefinition> services, MeterRegistry registry) {
        this.registry = registry;
        this.queues = services.stream()
                .flatMap(service -> service.subscriptions().stream())
                .map(subscription -> subscription.queue())
                .sorted()
                .toList();
        services.forEach(service -> service.metrics().forEach(metric -> count(service, metric)));
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** A request was answered. */
    public void request(String service, String route, int status, Duration took) {
        requests.computeIfAbsent(
                        new Request(service, route, status / 100 + "xx"),
                        key -> timer("http.server.requests")
                                .tag("service", key.service())
                                .tag("route", key.route())
                                .tag("status", key.status())
                                .register(registry))
                .record(took);
    }

    /** A fact left its outbox. */
    public void published(Envelope envelope) {
        facts.computeIfAbsent(
                        new Fact(envelope.source(), envelope.type()),
                        key -> counter("facts", key.service(), key.type()))
                .increment();
        countedFacts
                .getOrDefault(counted(envelope.source(), envelope.type(), envelope.version()), List.of())
                .forEach(Counter::increment);
    }

    /** A delivery ended well. */
    public void delivered(String queue, Deliveries.Outcome outcome, Duration took) {
        delivery(queue, outcome.name()).record(took);
    }

    /** A delivery failed. */
    public void failed(String queue) {
        delivery(queue, FAILED).record(Duration.ZERO);
    }

    /** A message went to the dead-letter queue. */
    public void deadLettered(String queue) {
        delivery(queue, DEAD).record(Duration.ZERO);
    }

    /** How often each fact was published since the start. */
    public List<MetricsSnapshot.Count> facts() {
        return counts(facts);
    }

    /** All numbers now. */
    public MetricsSnapshot snapshot(Instant now, Backlogs backlogs) {
        return new MetricsSnapshot(
                now,
                requests.entrySet().stream()
                        .map(entry -> route(entry.getKey(), entry.getValue().takeSnapshot()))
                        .sorted(Comparator.comparing(MetricsSnapshot.Route::service)
                                .thenComparing(MetricsSnapshot.Route::route)
                                .thenComparing(MetricsSnapshot.Route::status))
                        .toList(),
                queues(backlogs.now()),
                counts(facts),
                counts(domain),
                process());
    }

    private void count(ServiceDefinition service, DomainMetric metric) {
        Publication fact = service.publication(metric.event());
        Counter counter = domain.computeIfAbsent(
                new Fact(service.name(), metric.name()), key -> counter("domain", key.service(), key.type()));
        countedFacts
                .computeIfAbsent(counted(service.name(), fact.type(), fact.version()), any -> new ArrayList<>())
                .add(counter);
    }

    private Timer delivery(String queue, String outcome) {
        return deliveries.computeIfAbsent(
                new Delivery(queue, outcome),
                key -> timer("queue.deliveries")
                        .tag("queue", key.queue())
                        .tag("outcome", key.outcome())
                        .register(registry));
    }

    private Counter counter(String name, String service, String what) {
        return Counter.builder(name).tag("service", service).tag("name", what).register(registry);
    }

    private List<MetricsSnapshot.Queue> queues(Map<String, Backlog> backlogs) {
        return queues.stream()
                .map(queue -> {
                    Backlog backlog = backlogs.getOrDefault(queue, new Backlog(0, Duration.ZERO));
                    HistogramSnapshot done =
                            delivery(queue, Deliveries.Outcome.DONE.name()).takeSnapshot();
                    return new MetricsSnapshot.Queue(
                            queue,
                            backlog.depth(),
                            backlog.oldestAge().toMillis() / 1000.0,
                            done.count(),
                            delivery(queue, Deliveries.Outcome.DUPLICATE.name()).count(),
                            delivery(queue, Deliveries.Outcome.UNKNOWN_VERSION.name())
                                    .count(),
                            delivery(queue, FAILED).count(),
                            delivery(queue, DEAD).count(),
                            millis(done, 0),
                            millis(done, 1),
                            millis(done, 2));
                })
                .toList();
    }

    private static MetricsSnapshot.Route route(Request request, HistogramSnapshot times) {
        return new MetricsSnapshot.Route(
                request.service(),
                request.route(),
                request.status(),
                times.count(),
                millis(times, 0),
                millis(times, 1),
                millis(times, 2),
                round(times.max(TimeUnit.MILLISECONDS)));
    }

    private static List<MetricsSnapshot.Count> counts(Map<Fact, Counter> counters) {
        return counters.entrySet().stream()
                .map(entry -> new MetricsSnapshot.Count(
                        entry.getKey().service(), entry.getKey().type(), (long)
                                entry.getValue().count()))
                .sorted(Comparator.comparing(MetricsSnapshot.Count::service).thenComparing(MetricsSnapshot.Count::name))
                .toList();
    }

    private static MetricsSnapshot.Process process() {
        Runtime runtime = Runtime.getRuntime();
        double load =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? Math.max(0, os.getProcessCpuLoad())
                        : 0;
        return new MetricsSnapshot.Process(
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                round(load),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static Timer.Builder timer(String name) {
        return Timer.builder(name)
                .publishPercentiles(PERCENTILES)
                .distributionStatisticExpiry(WINDOW)
                .distributionStatisticBufferLength(WINDOW_PARTS);
    }

    private static double millis(HistogramSnapshot times, int percentile) {
        ValueAtPercentile[] values = times.percentileValues();
        return percentile < values.length ? round(values[percentile].value(TimeUnit.MILLISECONDS)) : 0;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String counted(String service, String type, int version) {
        return service + ' ' + type + ' ' + version;
    }
}
