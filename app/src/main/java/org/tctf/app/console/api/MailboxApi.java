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
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Letter;
import org.tctf.app.console.Letterbox;
import org.tctf.app.console.Parameters;
import org.tctf.app.console.Postmark;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.table.Page;

/** What the platform has mailed, texted and said to this machine. */
@ConsoleOnly
@PermitAll
@Controller("/console/api/mailbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxApi {

    private final Letterbox letterbox;
    private final Postmark postmark;

    MailboxApi(Letterbox letterbox, Postmark postmark) {
        this.letterbox = letterbox;
        this.postmark = postmark;
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

    /** Has its provider say this of it, as if it were some time later. */
    @Post("/{id}/reports/{fate}")
    @Consumes(MediaType.ALL)
    Letter report(String id, Fate fate) {
        postmark.say(id, fate);
        return letterbox.letter(id);
    }
}
