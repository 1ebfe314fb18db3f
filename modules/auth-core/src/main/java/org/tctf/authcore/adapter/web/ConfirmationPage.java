package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows the link in the mail: in words of ours. */
final class ConfirmationPage {

    private ConfirmationPage() {}

    static MutableHttpResponse<String> confirmed() {
        return page(HttpStatus.OK, "Your address is confirmed", "You can sign in now. You may close this page.");
    }

    static MutableHttpResponse<String> refused(Problem problem) {
        HttpStatus status = switch (problem.kind()) {
            case GONE -> HttpStatus.GONE;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.BAD_REQUEST;
        };
        return page(status, "Your address is not confirmed", problem.detail());
    }

    private static MutableHttpResponse<String> page(HttpStatus status, String title, String text) {
        MutableHttpResponse<String> page = HttpResponse.<String>status(status)
                .body(new MailLinkPage(Language.EN, title, text, null).html())
                .contentType(MediaType.TEXT_HTML_TYPE);
        MailLinkPage.headers().forEach((name, value) -> page.header(name, value));
        return page;
    }
}
