package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.DeadLetterOffice;
import org.tctf.bus.DeadLetter;
import org.tctf.bus.EmbeddedBus;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;

/** Dead letters, with redrive and discard; works without JavaScript. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeadLettersPage {
    private static final int ON_A_PAGE = 25;

    record Letter(
            long id,
            String queue,
            String eventId,
            String type,
            String correlationId,
            int attempts,
            Badge reason,
            String error,
            String iso,
            String time) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.id(),
                    letter.queue(),
                    letter.envelope().id(),
                    letter.envelope().type(),
                    letter.envelope().correlationId(),
                    letter.attempts(),
                    reason(letter.reason()),
                    letter.error(),
                    letter.diedAt().toString(),
                    Text.time(letter.diedAt()));
        }

        private static Badge reason(DeadLetter.Reason reason) {
            return switch (reason) {
                case MAX_RECEIVES -> new Badge("bad", "out of tries");
                case UNKNOWN_VERSION -> new Badge("warn", "unknown version");
                case NO_QUEUE -> new Badge("warn", "no such queue");
            };
        }
    }

    record QueueRow(String queue, String count) {}

    private final Pages pages;
    private final DeadLetterOffice office;
    private final EmbeddedBus bus;

    DeadLettersPage(Pages pages, DeadLetterOffice office, EmbeddedBus bus) {
        this.pages = pages;
        this.office = office;
        this.bus = bus;
    }

    @Get("/dead-letters{?queue,cursor,done}")
    HttpResponse<String> list(Optional<String> queue, Optional<String> cursor, Optional<String> done) {
        return page(
                queue.filter(name -> !name.isBlank()).orElse(""), cursor, new Model().with("done", done.orElse("")));
    }

    @Post("/dead-letters/{id}/redrive")
    @Consumes(MediaType.ALL)
    HttpResponse<String> redrive(long id) {
        return done(() -> {
            office.redrive(id);
            return "Back in its queue.";
        });
    }

    @Post("/dead-letters/redrive{?queue}")
    @Consumes(MediaType.ALL)
    HttpResponse<String> redriveAll(@QueryValue String queue) {
        return done(() -> "%d back in %s.".formatted(office.redriveAll(queue), queue));
    }

    @Post("/dead-letters/{id}/discard")
    @Consumes(MediaType.ALL)
    HttpResponse<String> discard(long id) {
        return done(() -> {
            office.discard(id);
            return "Discarded.";
        });
    }

    private HttpResponse<String> done(Supplier<String> act) {
        try {
            return HttpResponse.seeOther(URI.create("/console/dead-letters?done=" + Text.query(act.get())));
        } catch (Problem problem) {
            return page("", Optional.empty(), new Model().with("problem", problem.detail()));
        }
    }

    private HttpResponse<String> page(String queue, Optional<String> cursor, Model model) {
        try {
            Page<DeadLetter> letters = office.list(queue.isEmpty() ? null : queue, ON_A_PAGE, cursor.orElse(null));
            model.list("letters", letters.items().stream().map(Letter::of).toList());
            if (letters.nextCursor() != null) {
                model.with(
                        "older",
                        new Link("/console/dead-letters")
                                .with("queue", queue)
                                .with("cursor", letters.nextCursor())
                                .toString());
            }
        } catch (Problem problem) {
            model.with("problem", problem.detail());
        }
        List<QueueRow> queues = bus.depths().stream()
                .filter(depth -> depth.dead() > 0)
                .map(depth -> new QueueRow(depth.queue(), Text.number(depth.dead())))
                .toList();
        return pages.page(
                "dead-letters",
                "dead",
                "Dead letters",
                model.with("queue", queue).list("queues", queues));
    }
}
