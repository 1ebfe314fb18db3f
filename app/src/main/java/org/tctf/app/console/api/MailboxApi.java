package org.tctf.app.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Letter;
import org.tctf.app.console.Letterbox;
import org.tctf.app.console.Parameters;
import org.tctf.kernel.table.Page;

/** What the platform has mailed, texted and said to this machine. */
@ConsoleOnly
@PermitAll
@Controller("/console/api/mailbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxApi {

    private final Letterbox letterbox;

    MailboxApi(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    /** Newest first. */
    @Get("{?to,limit,cursor}")
    Page<Letter> list(@Nullable String to, @QueryValue(defaultValue = "20") int limit, @Nullable String cursor) {
        return letterbox.list(to, Parameters.limit(limit), cursor);
    }

    @Get("/{id}")
    Letter mail(String id) {
        return letterbox.letter(id);
    }
}
