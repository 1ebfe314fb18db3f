package org.tctf.activity.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.ListActivity;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;

/** The caller's own activity log. */
@Controller("/v1/activity")
final class ActivityController {
    private static final int DEFAULT_LIMIT = 20;

    /** What happened, in the caller's language; {@code about} is the id of what it was done to. */
    record EntryView(
            String id,
            String category,
            String template,
            String title,
            @Nullable String about,
            Instant at) {
        static EntryView of(ListActivity.Shown shown) {
            var entry = shown.entry();
            return new EntryView(
                    entry.id(), entry.category().name(), entry.template(), shown.title(), entry.about(), entry.at());
        }
    }

    /** A day where the caller lives, and what happened on it, newest first. */
    record DayView(LocalDate day, List<EntryView> entries) {}

    private final ListActivity listActivity;

    ActivityController(ListActivity listActivity) {
        this.listActivity = listActivity;
    }

    /**
     * The caller's activity by day, newest first, from one day to another, both included. A page holds up to
     * {@code limit} entries; a day that it ends in goes on with the next page.
     */
    @Get
    Page<DayView> list(
            Principal caller,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue @Min(1) @Max(100) Integer limit,
            @Nullable @QueryValue String cursor) {
        return listActivity
                .list(
                        caller.memberId(),
                        day("from", from),
                        day("to", to),
                        limit == null ? DEFAULT_LIMIT : limit,
                        cursor)
                .map(day -> new DayView(
                        day.day(), day.entries().stream().map(EntryView::of).toList()));
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Problem.invalid(
                            "INVALID_DATE",
                            "%s is '%.40s'; write a day as 2026-11-20 (ISO 8601).".formatted(parameter, text))
                    .at("/" + parameter);
        }
    }
}
