package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Locale;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows the link in the mail. The words are in {@code confirmation-pages_<language>.properties}. */
enum ConfirmationPage {
    CONFIRMED(HttpStatus.OK),
    INVALID_LINK(HttpStatus.BAD_REQUEST),
    SIGNUP_NOT_FOUND(HttpStatus.NOT_FOUND),
    SIGNUP_SUPERSEDED(HttpStatus.GONE),
    VERIFICATION_EXPIRED(HttpStatus.GONE);

    private static final String WORDS = "org.tctf.authcore.confirmation-pages";

    private final HttpStatus status;

    ConfirmationPage(HttpStatus status) {
        this.status = status;
    }

    /**
     * The page that says why a link did nothing.
     *
     * @throws Problem the same, when it is not about the link
     */
    static ConfirmationPage of(Problem refused) {
        return switch (refused.code()) {
            case "INVALID_LINK" -> INVALID_LINK;
            case "SIGNUP_NOT_FOUND" -> SIGNUP_NOT_FOUND;
            case "SIGNUP_SUPERSEDED" -> SIGNUP_SUPERSEDED;
            case "VERIFICATION_EXPIRED" -> VERIFICATION_EXPIRED;
            default -> throw refused;
        };
    }

    HttpResponse<MailLinkPage> in(Language language) {
        return HttpResponse.<MailLinkPage>status(status)
                .body(MailLinkPage.of(
                        language, WORDS, name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
