package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.flags.PolledFlags;
import org.tctf.flags.TurnedFlag;

/** The flags of all services, how each stands and who says so, and the line that turns it. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FlagsPage {

    /** @param line what turns it */
    record Row(String service, String name, String question, Badge state, String from, String line) {

        static Row of(TurnedFlag turned) {
            return new Row(
                    turned.service(),
                    turned.flag().name(),
                    turned.flag().question(),
                    turned.isOn() ? new Badge("ok", "on") : new Badge("warn", "off"),
                    turned.from(),
                    "%s=%s".formatted(turned.key(), turned.isOn() ? "off" : "on"));
        }
    }

    private final Pages pages;
    private final PolledFlags flags;

    FlagsPage(Pages pages, PolledFlags flags) {
        this.pages = pages;
        this.flags = flags;
    }

    @Get("/flags")
    HttpResponse<String> flags() {
        List<Row> rows = flags.all().stream().map(Row::of).toList();
        return pages.page(
                "flags",
                "flags",
                "Flags",
                new Model().list("rows", rows).with("source", flags.source()).with("complaints", flags.complaints()));
    }
}
