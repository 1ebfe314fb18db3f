package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Locale;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;

/**
 * What somebody sees who follows a link from a mail.
 *
 * @param name of its words in {@code link-pages_<language>.properties}
 */
record LinkPage(HttpStatus status, String name) {
    private static final String WORDS = "org.tctf.authuser.link-pages";

    static LinkPage question(Act act) {
        return new LinkPage(HttpStatus.OK, words(act) + ".asked");
    }

    static LinkPage done(Act act) {
        return new LinkPage(HttpStatus.OK, words(act) + ".done");
    }

    /**
     * The page that says why a link did nothing.
     *
     * @throws Problem the same, when it is not about what the link is for
     */
    static LinkPage refused(Problem problem) {
        return switch (problem.code()) {
            case "INVALID_LINK" -> new LinkPage(HttpStatus.BAD_REQUEST, "invalid-link");
            case "LINK_EXPIRED" -> new LinkPage(HttpStatus.GONE, "link-expired");
            case "EMAIL_TAKEN" -> new LinkPage(HttpStatus.CONFLICT, "email-taken");
            default -> throw problem;
        };
    }

    HttpResponse<MailLinkPage> in(Language language) {
        return HttpResponse.<MailLinkPage>status(status).body(MailLinkPage.of(language, WORDS, name));
    }

    private static String words(Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
