package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Letterbox;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;
import org.tctf.mail.ReceivedMail;

/** The local mailbox. A mail's HTML is shown in a frame that may do nothing: no script, no form, nothing loaded. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxPages {
    private static final int ON_A_PAGE = 50;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
    private static final String FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    record MailRow(String id, String to, String subject, String iso, String time, String again) {
        static MailRow of(ReceivedMail received) {
            return new MailRow(
                    received.mail().id(),
                    received.mail().to().value(),
                    received.mail().subject(),
                    received.at().toString(),
                    Text.time(received.at()),
                    received.deliveries() > 1 ? String.valueOf(received.deliveries()) : "");
        }
    }

    record Header(String name, String value) {}

    /**
     * A piece of a mail's text.
     *
     * @param link where it leads; empty for plain text
     */
    record Part(String text, String link) {}

    private final Pages pages;
    private final Letterbox letterbox;

    MailboxPages(Pages pages, Letterbox letterbox) {
        this.pages = pages;
        this.letterbox = letterbox;
    }

    @Get("/mailbox{?to,cursor}")
    HttpResponse<String> list(Optional<String> to, Optional<String> cursor) {
        Model model = new Model()
                .with("to", to.orElse(""))
                .with("nothing", letterbox.isInUse() ? "No mail." : "Mail leaves by a provider; nothing is kept here.");
        try {
            Page<ReceivedMail> mails = letterbox.list(to.orElse(null), ON_A_PAGE, cursor.orElse(null));
            model.list("mails", mails.items().stream().map(MailRow::of).toList());
            if (mails.nextCursor() != null) {
                model.with(
                        "older",
                        new Link("/console/mailbox")
                                .with("to", to.orElse(""))
                                .with("cursor", mails.nextCursor())
                                .toString());
            }
        } catch (Problem problem) {
            model.with("problem", problem.detail());
        }
        return pages.page("mailbox", "mailbox", "Mailbox", model);
    }

    @Get("/mailbox/{id}")
    HttpResponse<String> mail(String id) {
        ReceivedMail received;
        try {
            received = letterbox.mail(id);
        } catch (Problem problem) {
            return pages.notFound("mailbox", problem.detail(), "/console/mailbox", "All mails");
        }
        var mail = received.mail();
        return pages.page(
                "mail",
                "mailbox",
                mail.subject(),
                new Model()
                        .with("id", mail.id())
                        .with("to", mail.to().value())
                        .with("subject", mail.subject())
                        .with("iso", received.at().toString())
                        .with("time", Text.time(received.at()))
                        .with("hasHtml", mail.html() != null)
                        .with("parts", parts(mail.text()))
                        .with(
                                "headers",
                                mail.headers().entrySet().stream()
                                        .map(header -> new Header(header.getKey(), header.getValue()))
                                        .toList()));
    }

    @Get("/mailbox/{id}/html")
    HttpResponse<String> html(String id) {
        try {
            String html = letterbox.mail(id).mail().html();
            return html == null
                    ? HttpResponse.notFound()
                    : HttpResponse.ok(html)
                            .contentType(MediaType.of("text/html; charset=utf-8"))
                            .header("Content-Security-Policy", FRAME_POLICY);
        } catch (Problem gone) {
            return HttpResponse.notFound();
        }
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            parts.add(new Part(text.substring(end, links.start()), ""));
            parts.add(new Part(links.group(), links.group()));
            end = links.end();
        }
        parts.add(new Part(text.substring(end), ""));
        return parts;
    }
}
