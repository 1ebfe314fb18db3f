package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.LiveCounts;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.trail.EventFilter;
import org.tctf.app.console.trail.EventView;
import org.tctf.app.console.trail.Losses;
import org.tctf.app.console.trail.Trail;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.QueueDepth;
import org.tctf.kernel.table.Page;
import org.tctf.telemetry.MetricsSnapshot;

/** Where a developer begins: the story, the state of things, and what to try first. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StartPage {
    private static final int LATEST = 8;

    private final Pages pages;
    private final Trail trail;
    private final Catalog catalog;
    private final EmbeddedBus bus;
    private final LiveCounts live;

    StartPage(Pages pages, Trail trail, Catalog catalog, EmbeddedBus bus, LiveCounts live) {
        this.pages = pages;
        this.trail = trail;
        this.catalog = catalog;
        this.bus = bus;
        this.live = live;
    }

    @Get
    HttpResponse<String> start() {
        Page<EventView> latest = trail.ask(asked -> asked.events(EventFilter.ALL, LATEST, null));
        MetricsSnapshot.Process process = live.metrics().process();
        List<QueueDepth> depths = bus.depths();
        long dead = depths.stream().mapToLong(QueueDepth::dead).sum();
        long waiting = depths.stream()
                .mapToLong(depth -> depth.ready() + depth.delayed() + depth.inFlight())
                .sum();
        return pages.page(
                "start",
                "start",
                "Start",
                new Model()
                        .with("services", catalog.definitions().size())
                        .with("kept", Text.number(trail.ask(asked -> asked.count())))
                        .with("inQueues", Text.number(waiting))
                        .with("dead", Text.number(dead))
                        .with("deadTone", dead > 0 ? "bad" : "")
                        .with("uptime", Text.duration(Duration.ofSeconds(process.uptimeSeconds())))
                        .with("heap", Text.megabytes(process.heapUsedBytes()))
                        .with("losses", losses(trail.losses()))
                        .with("nothing", "No event yet. Sign somebody up, and watch.")
                        .list("rows", latest.items().stream().map(EventRow::of).toList()));
    }

    /** Where an id leads: an event, a flow, a mailbox, or the events of a subject. */
    @Get("/find{?q}")
    HttpResponse<?> find(Optional<String> q) {
        String sought = q.orElse("").strip();
        String to;
        if (sought.isEmpty()) {
            to = "/console/events";
        } else if (sought.contains("@")) {
            to = "/console/mailbox?to=" + Text.query(sought);
        } else if (trail.ask(asked -> asked.event(sought)).isPresent()) {
            to = "/console/events/" + Text.query(sought);
        } else if (trail.ask(asked -> asked.isFlow(sought))) {
            to = "/console/flows/" + Text.query(sought);
        } else {
            to = "/console/events?attribute=" + Text.query("subject=" + sought);
        }
        return HttpResponse.seeOther(URI.create(to));
    }

    /** What the page must say when not everything was kept. */
    static String losses(Losses losses) {
        return losses.sampledOut() + losses.dropped() == 0
                ? ""
                : "Under load not every flow is kept: %s steps were left out by sampling, %s dropped. Sampling leaves out no failure."
                        .formatted(Text.number(losses.sampledOut()), Text.number(losses.dropped()));
    }
}
