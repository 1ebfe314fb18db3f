package org.tctf.app.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Parameters;
import org.tctf.app.console.trail.EventFilter;
import org.tctf.app.console.trail.EventView;
import org.tctf.app.console.trail.SpanView;
import org.tctf.app.console.trail.Trail;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;
import org.tctf.telemetry.LogLine;

/** Events with their whole way, and the traces and log lines of their flows. */
@ConsoleOnly
@PermitAll
@Controller("/console/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventsApi {
    private final Trail trail;

    EventsApi(Trail trail) {
        this.trail = trail;
    }

    /** Newest first; {@code from} and {@code to} are ISO-8601, {@code attribute} is {@code name=value}. */
    @Get("/events{?correlationId,type,service,from,to,attribute*,limit,cursor}")
    Page<EventView> events(
            @Nullable String correlationId,
            @Nullable String type,
            @Nullable String service,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> attribute,
            @QueryValue(defaultValue = "20") int limit,
            @Nullable String cursor) {
        EventFilter filter = new EventFilter(
                correlationId,
                type,
                service,
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                attribute == null ? List.of() : attribute);
        return trail.ask(asked -> asked.events(filter, Parameters.limit(limit), cursor));
    }

    @Get("/events/{id}")
    EventView event(String id) {
        return trail.ask(asked -> asked.event(id))
                .orElseThrow(() -> Problem.notFound(
                        "EVENT_NOT_FOUND",
                        "The console has no event %s: it never was, or is older than what is kept.".formatted(id)));
    }

    /** The spans of a flow, in the order in which they began. */
    @Get("/traces/{correlationId}")
    List<SpanView> trace(String correlationId) {
        return trail.ask(asked -> asked.spans(correlationId));
    }

    /** The log lines of a flow, oldest first. */
    @Get("/logs{?correlationId}")
    List<LogLine> logs(String correlationId) {
        return trail.ask(asked -> asked.lines(correlationId));
    }
}
