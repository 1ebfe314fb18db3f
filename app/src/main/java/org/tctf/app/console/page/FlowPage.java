package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.trail.EventView;
import org.tctf.app.console.trail.SpanView;
import org.tctf.app.console.trail.Status;
import org.tctf.app.console.trail.StepView;
import org.tctf.app.console.trail.Trail;
import org.tctf.telemetry.LogLine;

/** Everything that one request, schedule or message led to: events with their ways, the trace, the log. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FlowPage {

    /** What the trail knows of a flow. */
    record Known(List<EventView> events, List<SpanView> spans, List<LogLine> lines) {
        boolean isNothing() {
            return events.isEmpty() && spans.isEmpty() && lines.isEmpty();
        }

        Instant begin() {
            return Stream.concat(
                            events.stream().map(EventView::time), spans.stream().map(SpanView::start))
                    .min(Instant::compareTo)
                    .or(() -> lines.stream().map(LogLine::at).findFirst())
                    .orElse(Instant.EPOCH);
        }

        Instant end() {
            Instant end = events.stream()
                    .flatMap(event -> event.steps().stream())
                    .map(StepView::at)
                    .max(Instant::compareTo)
                    .orElse(begin());
            return spans.stream()
                    .map(Waterfall::end)
                    .max(Instant::compareTo)
                    .filter(end::isBefore)
                    .orElse(end);
        }
    }

    /** A log line as it is shown. */
    record Line(
            String iso, String time, Badge status, String logger, String shortLogger, String message, String error) {

        static Line of(LogLine line) {
            String logger = line.logger();
            return new Line(
                    line.at().toString(),
                    Text.time(line.at()),
                    Badge.ofLevel(line.level()),
                    logger,
                    logger.substring(logger.lastIndexOf('.') + 1),
                    line.message(),
                    line.error() == null ? "" : line.error());
        }
    }

    private final Pages pages;
    private final Trail trail;

    FlowPage(Pages pages, Trail trail) {
        this.pages = pages;
        this.trail = trail;
    }

    @Get("/flows/{correlationId}")
    HttpResponse<String> flow(String correlationId) {
        Known known = trail.ask(
                asked -> new Known(asked.flow(correlationId), asked.spans(correlationId), asked.lines(correlationId)));
        if (known.isNothing()) {
            return pages.notFound(
                    "events",
                    "Nothing is known of a flow %s. It never was, was left out, or is older than what the console keeps."
                            .formatted(correlationId),
                    "/console/events",
                    "All events");
        }
        Status status = known.events().stream()
                .map(EventView::status)
                .max(Status::compareTo)
                .orElse(Status.DONE);
        Badge state = status == Status.UNMATCHED ? Badge.of(Status.DONE) : Badge.of(status);
        return pages.page(
                "flow",
                "events",
                heading(known),
                new Model()
                        .with("heading", heading(known))
                        .with("correlationId", correlationId)
                        .with("refresh", status.isPending() ? "2" : "")
                        .with("tone", state.tone())
                        .with("state", state.label())
                        .with("iso", known.begin().toString())
                        .with("began", Text.time(known.begin()))
                        .with(
                                "took",
                                Text.millis(Duration.between(known.begin(), known.end())
                                                .toNanos()
                                        / 1_000_000.0))
                        .with("eventCount", known.events().size())
                        .with(
                                "deliveryCount",
                                known.events().stream()
                                        .flatMap(event -> event.deliveries().stream())
                                        .mapToInt(delivery -> delivery.attempts())
                                        .sum())
                        .list("events", cards(known))
                        .list("spans", Waterfall.of(known.spans()).rows())
                        .with("traceTook", Waterfall.of(known.spans()).took())
                        .list("lines", known.lines().stream().map(Line::of).toList()));
    }

    /** The request that began it, or its first event. */
    private static String heading(Known known) {
        List<Waterfall.Row> trace = Waterfall.of(known.spans()).rows();
        if (!trace.isEmpty()) {
            return trace.getFirst().name();
        }
        return known.events().isEmpty() ? "Flow" : known.events().getFirst().type();
    }

    private static List<EventCard> cards(Known known) {
        Map<String, Integer> depths = new HashMap<>();
        Map<String, List<String>> effects = new HashMap<>();
        for (EventView event : known.events()) {
            String cause = event.causationId();
            depths.put(event.id(), cause == null ? 0 : depths.getOrDefault(cause, -1) + 1);
            if (cause != null) {
                effects.computeIfAbsent(cause, any -> new ArrayList<>()).add(event.id());
            }
        }
        return known.events().stream()
                .map(event -> EventCard.of(
                        event,
                        known.begin(),
                        depths.getOrDefault(event.id(), 0),
                        effects.getOrDefault(event.id(), List.of()),
                        false))
                .toList();
    }
}
