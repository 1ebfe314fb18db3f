package org.tctf.app.console.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.LiveCounts;
import org.tctf.app.console.ScheduleDesk;
import org.tctf.app.console.trail.Losses;
import org.tctf.app.console.trail.Trail;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.QueueCounts;
import org.tctf.bus.QueueDepth;
import org.tctf.telemetry.MetricsSnapshot;
import reactor.core.publisher.Flux;

/** Numbers: golden signals, queues, live counts; and schedules that can be run at once. */
@ConsoleOnly
@PermitAll
@Controller("/console/api")
final class MetricsApi {
    private static final Duration TICK = Duration.ofMillis(250);

    /** The platform's numbers, and what the console itself could not keep. */
    record Numbers(MetricsSnapshot platform, Losses console) {}

    /** What lies in the queues, and what they have done since the start. */
    record Queues(List<QueueDepth> depths, List<QueueCounts> counts) {}

    private final LiveCounts live;
    private final EmbeddedBus bus;
    private final Trail trail;
    private final ScheduleDesk schedules;

    MetricsApi(LiveCounts live, EmbeddedBus bus, Trail trail, ScheduleDesk schedules) {
        this.live = live;
        this.bus = bus;
        this.trail = trail;
        this.schedules = schedules;
    }

    @Get("/metrics")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Numbers metrics() {
        return new Numbers(live.metrics(), trail.losses());
    }

    @Get("/queues")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Queues queues() {
        return new Queues(bus.depths(), bus.counts());
    }

    /** Runs a schedule now; answers when it is done. */
    @Post("/schedules/{name:.+}/run")
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Map<String, String> run(String name) {
        schedules.run(name);
        return Map.of("ran", name);
    }

    /**
     * Which counts of the flow graph changed, four times a second at most (server-sent events, HTML Standard §9.2). A
     * watcher costs a comparison of some hundred numbers a tick, however many messages pass.
     */
    @Get(uri = "/live", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Map<String, Long>>> live() {
        Map<String, Long> told = new HashMap<>();
        return Flux.interval(Duration.ZERO, TICK)
                .onBackpressureDrop()
                .map(tick -> changes(told))
                .filter(changed -> !changed.isEmpty())
                .map(Event::of);
    }

    private Map<String, Long> changes(Map<String, Long> told) {
        Map<String, Long> now = live.byNode();
        now.entrySet().removeIf(count -> count.getValue().equals(told.get(count.getKey())));
        told.putAll(now);
        return now;
    }
}
