package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows a link from a mail: in words of ours. */
final class LinkPage {

    private LinkPage() {}

    static MutableHttpResponse<String> askToConfirm() {
        return page(
                HttpStatus.OK,
                "Subscribe?",
                "You get the mails from then on. Each has a link to leave.",
                "Yes, subscribe me");
    }

    static MutableHttpResponse<String> confirmed() {
        return page(
                HttpStatus.OK, "You are subscribed", "Each mail has a link to leave. You may close this page.", null);
    }

    static MutableHttpResponse<String> askToLeave() {
        return page(HttpStatus.OK, "Unsubscribe?", "You get no more mails of this kind.", "Unsubscribe");
    }

    static MutableHttpResponse<String> left() {
        return page(
                HttpStatus.OK,
                "You are unsubscribed",
                "What is being sent at this moment may still arrive. You may close this page.",
                null);
    }

    static MutableHttpResponse<String> broken() {
        return page(
                HttpStatus.BAD_REQUEST,
                "This link cannot be used",
                "It is not one of ours; take the whole of it from the mail.",
                null);
    }

    static MutableHttpResponse<String> refused(Problem problem) {
        HttpStatus status = problem.kind() == Problem.Kind.GONE ? HttpStatus.GONE : HttpStatus.BAD_REQUEST;
        return page(status, "This link cannot be used", problem.detail(), null);
    }

    private static MutableHttpResponse<String> page(
            HttpStatus status, String title, String text, @Nullable String button) {
        MutableHttpResponse<String> page = HttpResponse.<String>status(status)
                .body(new MailLinkPage(title, text, button).html())
                .contentType(MediaType.TEXT_HTML_TYPE);
        MailLinkPage.headers().forEach((name, value) -> page.header(name, value));
        return page;
    }
}
