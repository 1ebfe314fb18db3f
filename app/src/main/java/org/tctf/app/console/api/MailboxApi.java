package org.tctf.app.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Letterbox;
import org.tctf.app.console.Parameters;
import org.tctf.kernel.table.Page;
import org.tctf.mail.ReceivedMail;

/** What the platform has mailed to this machine's mailbox. */
@ConsoleOnly
@PermitAll
@Controller("/console/api/mailbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxApi {

    /** A mail, whole. */
    record MailView(
            String id,
            String to,
            String subject,
            Instant at,
            int deliveries,
            String text,
            @Nullable String html,
            Map<String, String> headers) {

        static MailView of(ReceivedMail received) {
            var mail = received.mail();
            return new MailView(
                    mail.id(),
                    mail.to().value(),
                    mail.subject(),
                    received.at(),
                    received.deliveries(),
                    mail.text(),
                    mail.html(),
                    mail.headers());
        }
    }

    private final Letterbox letterbox;

    MailboxApi(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    /** Newest first. */
    @Get("{?to,limit,cursor}")
    Page<MailView> list(@Nullable String to, @QueryValue(defaultValue = "20") int limit, @Nullable String cursor) {
        return letterbox.list(to, Parameters.limit(limit), cursor).map(MailView::of);
    }

    @Get("/{id}")
    MailView mail(String id) {
        return MailView.of(letterbox.mail(id));
    }
}
