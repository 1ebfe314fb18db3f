package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.LiveCounts;
import org.tctf.app.console.ScheduleDesk;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.QueueDepth;
import org.tctf.bus.ScheduleState;
import org.tctf.kernel.Problem;
import org.tctf.telemetry.MetricsSnapshot;

/** Golden signals of queues and routes, domain metrics, and schedules. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueuesPage {

    record QueueRow(
            String queue,
            String depth,
            String oldest,
            String done,
            String duplicates,
            String failures,
            String failedTone,
            String dead,
            String deadTone,
            String p50,
            String p99,
            boolean isBusy) {

        static QueueRow of(MetricsSnapshot.Queue queue, long dead) {
            return new QueueRow(
                    queue.queue(),
                    Text.number(queue.depth()),
                    queue.oldestAgeSeconds() == 0
                            ? "–"
                            : Text.duration(Duration.ofMillis((long) (queue.oldestAgeSeconds() * 1000))),
                    Text.number(queue.done()),
                    Text.number(queue.duplicates()),
                    Text.number(queue.failures()),
                    queue.failures() > 0 ? "warn" : "",
                    Text.number(dead),
                    dead > 0 ? "bad" : "",
                    Text.someMillis(queue.p50Ms()),
                    Text.someMillis(queue.p99Ms()),
                    queue.depth() + queue.done() + queue.duplicates() + queue.failures() + dead > 0);
        }
    }

    record RequestRow(
            String route, String service, Badge status, String count, String p50, String p95, String p99, String max) {

        static RequestRow of(MetricsSnapshot.Route route) {
            return new RequestRow(
                    route.route(),
                    route.service(),
                    Badge.ofAnswers(route.status()),
                    Text.number(route.count()),
                    Text.someMillis(route.p50Ms()),
                    Text.someMillis(route.p95Ms()),
                    Text.someMillis(route.p99Ms()),
                    Text.someMillis(route.maxMs()));
        }
    }

    record CountRow(String name, String service, String count) {}

    record ScheduleRow(String name, String service, String every, String next, String error) {
        static ScheduleRow of(ScheduleState state) {
            return new ScheduleRow(
                    state.name(),
                    state.service(),
                    Text.duration(state.every()),
                    Text.time(state.next()),
                    state.lastError() == null ? "" : state.lastError());
        }
    }

    private final Pages pages;
    private final LiveCounts live;
    private final EmbeddedBus bus;
    private final ScheduleDesk schedules;

    QueuesPage(Pages pages, LiveCounts live, EmbeddedBus bus, ScheduleDesk schedules) {
        this.pages = pages;
        this.live = live;
        this.bus = bus;
        this.schedules = schedules;
    }

    @Get("/queues{?ran}")
    HttpResponse<String> queues(Optional<String> ran) {
        return page(new Model().with("done", ran.map("%s has run."::formatted).orElse("")));
    }

    @Post("/schedules/{service}/{name}/run")
    @Consumes(MediaType.ALL)
    HttpResponse<String> run(String service, String name) {
        try {
            schedules.run(service + "/" + name);
            return HttpResponse.seeOther(URI.create("/console/queues?ran=" + Text.query(name)));
        } catch (Problem problem) {
            return page(new Model().with("problem", problem.detail()));
        }
    }

    private HttpResponse<String> page(Model model) {
        MetricsSnapshot now = live.metrics();
        Map<String, Long> dead = bus.depths().stream().collect(Collectors.toMap(QueueDepth::queue, QueueDepth::dead));
        Map<Boolean, List<QueueRow>> queues = now.queues().stream()
                .map(queue -> QueueRow.of(queue, dead.getOrDefault(queue.queue(), 0L)))
                .collect(Collectors.partitioningBy(QueueRow::isBusy));
        List<CountRow> domain = now.domain().stream()
                .map(count -> new CountRow(count.name(), count.service(), Text.number(count.count())))
                .toList();
        return pages.page(
                "queues",
                "queues",
                "Queues and metrics",
                model.with(
                                "uptime",
                                Text.duration(Duration.ofSeconds(now.process().uptimeSeconds())))
                        .list("queues", queues.getOrDefault(true, List.of()))
                        .list("idle", queues.getOrDefault(false, List.of()))
                        .with("idleCount", queues.getOrDefault(false, List.of()).size())
                        .list(
                                "requests",
                                now.requests().stream().map(RequestRow::of).toList())
                        .list("domain", domain)
                        .list(
                                "schedules",
                                schedules.states().stream().map(ScheduleRow::of).toList()));
    }
}
