package org.tctf.app.console.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.DeadLetterOffice;
import org.tctf.app.console.Parameters;
import org.tctf.kernel.table.Page;

/** What nobody tries again by itself, and what a person can do about it. */
@ConsoleOnly
@PermitAll
@Controller("/console/api/dead-letters")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeadLettersApi {
    private final DeadLetterOffice office;

    DeadLettersApi(DeadLetterOffice office) {
        this.office = office;
    }

    /** The oldest first. */
    @Get("{?queue,limit,cursor}")
    Page<DeadLetterView> list(
            @Nullable String queue, @QueryValue(defaultValue = "20") int limit, @Nullable String cursor) {
        return office.list(queue, Parameters.limit(limit), cursor).map(DeadLetterView::of);
    }

    /** Sends it back into its queue, with all its tries before it. */
    @Post("/{id}/redrive")
    Map<String, Integer> redrive(long id) {
        office.redrive(id);
        return Map.of("redriven", 1);
    }

    /** Gives it up for good. */
    @Post("/{id}/discard")
    Map<String, Integer> discard(long id) {
        office.discard(id);
        return Map.of("discarded", 1);
    }

    /** Sends all of a queue back into it. */
    @Post("/redrive{?queue}")
    Map<String, Integer> redriveAll(@QueryValue String queue) {
        return Map.of("redriven", office.redriveAll(queue));
    }
}
