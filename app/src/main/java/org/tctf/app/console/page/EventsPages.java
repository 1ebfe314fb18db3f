package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.trail.EventFilter;
import org.tctf.app.console.trail.EventView;
import org.tctf.app.console.trail.Trail;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Page;

/** The event explorer: a filtered list, and one event. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventsPages {
    private static final int ON_A_PAGE = 50;

    private final Pages pages;
    private final Trail trail;
    private final Catalog catalog;

    EventsPages(Pages pages, Trail trail, Catalog catalog) {
        this.pages = pages;
        this.trail = trail;
        this.catalog = catalog;
    }

    @Get("/events{?type,service,attribute,from,to,cursor}")
    HttpResponse<String> events(
            Optional<String> type,
            Optional<String> service,
            Optional<String> attribute,
            Optional<String> from,
            Optional<String> to,
            Optional<String> cursor) {
        Model model = new Model()
                .with("types", Option.of(types(), chosen(type)))
                .with("services", Option.of(catalog.names(), chosen(service)))
                .with("attribute", attribute.orElse(""))
                .with("from", from.orElse(""))
                .with("to", to.orElse(""))
                .with("nothing", "No event fits. Take a filter away, or make something happen.")
                .with("losses", StartPage.losses(trail.losses()));
        try {
            EventFilter filter = new EventFilter(
                    null,
                    chosen(type),
                    chosen(service),
                    local(chosen(from)),
                    local(chosen(to)),
                    attribute.filter(text -> !text.isBlank()).map(List::of).orElse(List.of()));
            Page<EventView> found = trail.ask(asked -> asked.events(filter, ON_A_PAGE, cursor.orElse(null)));
            model.list("rows", found.items().stream().map(EventRow::of).toList());
            if (found.nextCursor() != null) {
                model.with(
                        "older",
                        new Link("/console/events")
                                .with("type", type.orElse(""))
                                .with("service", service.orElse(""))
                                .with("attribute", attribute.orElse(""))
                                .with("from", from.orElse(""))
                                .with("to", to.orElse(""))
                                .with("cursor", found.nextCursor())
                                .toString());
            }
        } catch (Problem problem) {
            model.with("problem", problem.detail()).list("rows", List.of());
        }
        return pages.page("events", "events", "Events", model);
    }

    @Get("/events/{id}")
    HttpResponse<String> event(String id) {
        Optional<EventView> found = trail.ask(asked -> asked.event(id));
        if (found.isEmpty()) {
            return pages.notFound(
                    "events",
                    "No event has the id %s. It never was, or is older than what the console keeps.".formatted(id),
                    "/console/events",
                    "All events");
        }
        EventView event = found.get();
        List<String> effects = trail.ask(asked -> asked.effects(id));
        return pages.page(
                "event",
                "events",
                event.type(),
                new Model()
                        .with("type", event.type())
                        .with("correlationId", event.correlationId())
                        .with("shortFlow", Text.shortId(event.correlationId()))
                        .with("refresh", event.status().isPending() ? "2" : "")
                        .with("card", EventCard.of(event, event.time(), 0, effects, true)));
    }

    private TreeSet<String> types() {
        TreeSet<String> types = new TreeSet<>();
        for (ServiceDefinition service : catalog.definitions()) {
            service.publications().stream().map(Publication::type).forEach(types::add);
            service.subscriptions().stream()
                    .filter(queue -> queue.isCommand())
                    .forEach(queue -> types.addAll(queue.types()));
        }
        return types;
    }

    private static @Nullable String chosen(Optional<String> value) {
        return value.filter(text -> !text.isBlank()).orElse(null);
    }

    /** A form's date and time, in this machine's zone. */
    private static @Nullable Instant local(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Problem.invalid("INVALID_TIME", "A time is written as 2026-01-31T12:00:00.");
        }
    }
}
