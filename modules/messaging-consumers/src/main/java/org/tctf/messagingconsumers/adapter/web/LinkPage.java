package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Locale;
import org.tctf.kernel.Language;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows a link from a mail. The words are in {@code link-pages_<language>.properties}. */
enum LinkPage {
    ASK_TO_CONFIRM(HttpStatus.OK),
    CONFIRMED(HttpStatus.OK),
    ASK_TO_LEAVE(HttpStatus.OK),
    LEFT(HttpStatus.OK),
    BROKEN(HttpStatus.BAD_REQUEST),
    EXPIRED(HttpStatus.GONE);

    private static final String WORDS = "org.tctf.messagingconsumers.link-pages";

    private final HttpStatus status;

    LinkPage(HttpStatus status) {
        this.status = status;
    }

    HttpResponse<MailLinkPage> in(Language language) {
        return HttpResponse.<MailLinkPage>status(status)
                .body(MailLinkPage.of(
                        language, WORDS, name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
