package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.app.console.Letter;
import org.tctf.app.console.Letterbox;
import org.tctf.app.console.Postmark;
import org.tctf.kernel.Problem;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.table.Page;

/** The local mailbox, with what came by phone among it. A mail's HTML is shown in a frame that may do nothing: no script, no form, nothing loaded. */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxPages {
    private static final int ON_A_PAGE = 50;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
    static final String FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    /** @param kind what it is when it is no mail */
    record MailRow(String id, String kind, String to, String subject, String iso, String time, String again) {
        static MailRow of(Letter letter) {
            return new MailRow(
                    letter.id(),
                    kindOf(letter),
                    letter.to(),
                    letter.subject(),
                    letter.at().toString(),
                    Text.time(letter.at()),
                    letter.deliveries() > 1 ? String.valueOf(letter.deliveries()) : "");
        }
    }

    record Header(String name, String value) {}

    /** A button that has something said of a mail. */
    record Say(String fate, String label) {
        static Say of(Fate fate) {
            return new Say(
                    fate.name(),
                    switch (fate) {
                        case UNDELIVERED -> "Undelivered (the mailbox is full)";
                        case DELIVERED -> "Delivered";
                        case BOUNCED -> "Bounced (no such mailbox)";
                        case COMPLAINED -> "Called spam";
                    });
        }
    }

    /**
     * A piece of a mail's text.
     *
     * @param link where it leads; empty for plain text
     */
    record Part(String text, String link) {}

    private final Pages pages;
    private final Letterbox letterbox;
    private final Postmark postmark;

    MailboxPages(Pages pages, Letterbox letterbox, Postmark postmark) {
        this.pages = pages;
        this.letterbox = letterbox;
        this.postmark = postmark;
    }

    @Get("/mailbox{?to,cursor}")
    HttpResponse<String> list(Optional<String> to, Optional<String> cursor) {
        Model model = new Model()
                .with("to", to.orElse(""))
                .with("nothing", letterbox.isInUse() ? "No mail." : "Mail leaves by a provider; nothing is kept here.");
        try {
            Page<Letter> mails = letterbox.list(to.orElse(null), ON_A_PAGE, cursor.orElse(null));
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

    @Get("/mailbox/{id}{?done}")
    HttpResponse<String> mail(String id, Optional<String> done) {
        return mail(id, new Model().with("done", done.orElse("")));
    }

    /** As if it were some time later, and a provider said so. */
    @Post("/mailbox/{id}/reports/{fate}")
    @Consumes(MediaType.ALL)
    HttpResponse<String> report(String id, Fate fate) {
        try {
            postmark.say(id, fate);
        } catch (Problem problem) {
            return mail(id, new Model().with("problem", problem.detail()));
        }
        String said = "Said: %s.".formatted(badge(fate).label());
        return HttpResponse.seeOther(
                URI.create(new Link("/console/mailbox/" + id).with("done", said).toString()));
    }

    private HttpResponse<String> mail(String id, Model model) {
        Letter mail;
        try {
            mail = letterbox.letter(id);
        } catch (Problem problem) {
            return pages.notFound("mailbox", problem.detail(), "/console/mailbox", "All mails");
        }
        if (mail.sender() != null && mail.fate() != null) {
            model.with("sender", mail.sender())
                    .with("fate", badge(mail.fate()))
                    .with(
                            "choices",
                            postmark.choices(mail).stream().map(Say::of).toList());
        }
        return pages.page(
                "mail",
                "mailbox",
                mail.subject(),
                model.with("id", mail.id())
                        .with("kind", kindOf(mail))
                        .with(
                                "toLink",
                                new Link("/console/mailbox")
                                        .with("to", mail.to())
                                        .toString())
                        .with("to", mail.to())
                        .with("subject", mail.subject())
                        .with("iso", mail.at().toString())
                        .with("time", Text.time(mail.at()))
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
            String html = letterbox.letter(id).html();
            return html == null
                    ? HttpResponse.notFound()
                    : HttpResponse.ok(html)
                            .contentType(MediaType.of("text/html; charset=utf-8"))
                            .header("Content-Security-Policy", FRAME_POLICY);
        } catch (Problem gone) {
            return HttpResponse.notFound();
        }
    }

    private static Badge badge(Fate fate) {
        return switch (fate) {
            case UNDELIVERED -> new Badge("warn", "undelivered");
            case DELIVERED -> new Badge("ok", "delivered");
            case BOUNCED -> new Badge("bad", "bounced");
            case COMPLAINED -> new Badge("bad", "called spam");
        };
    }

    private static String kindOf(Letter letter) {
        return switch (letter.channel()) {
            case "SMS" -> "SMS";
            case "CALL" -> "call";
            default -> "";
        };
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
