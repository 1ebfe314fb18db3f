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
import java.util.List;
import java.util.stream.Collectors;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.kernel.progress.UnderWay;

/** Work that takes long, such as campaigns: how far each is, live. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgressPage {

    record Row(
            String what,
            String service,
            Badge state,
            long done,
            long total,
            String percent,
            String counted,
            String parts,
            String rate,
            String remaining) {

        static Row of(UnderWay.Work work) {
            Double perSecond = work.perSecond();
            Duration remaining = work.remaining();
            return new Row(
                    work.what(),
                    work.service(),
                    new Badge(work.isMoving() ? "info" : work.state().equals("SENT") ? "ok" : "warn", work.state()),
                    work.done(),
                    Math.max(1, work.total()),
                    work.total() == 0 ? "0" : Long.toString(100 * work.done() / work.total()),
                    "%s of %s".formatted(Text.number(work.done()), Text.number(work.total())),
                    work.parts().entrySet().stream()
                            .map(part -> "%s %s".formatted(Text.number(part.getValue()), part.getKey()))
                            .collect(Collectors.joining(" · ")),
                    perSecond == null ? "–" : "%.1f/s".formatted(perSecond),
                    remaining == null ? "unknown" : Text.duration(remaining));
        }
    }

    private final Pages pages;
    private final List<UnderWay> all;

    ProgressPage(Pages pages, List<UnderWay> all) {
        this.pages = pages;
        this.all = all;
    }

    @Get("/progress")
    HttpResponse<String> progress() {
        List<UnderWay.Work> works =
                all.stream().flatMap(service -> service.now().stream()).toList();
        Model model = new Model().list("rows", works.stream().map(Row::of).toList());
        return pages.page(
                "progress",
                "progress",
                "Under way",
                works.stream().anyMatch(UnderWay.Work::isMoving) ? model.with("refresh", "1") : model);
    }
}
