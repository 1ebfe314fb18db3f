package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.tctf.kernel.Problem;

/** What somebody sees who follows a link from a mail: a sentence and a button, no script, nothing loaded from anywhere. */
final class LinkPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}form{display:inline}</style>
            <main><h1>%1$s</h1><p>%2$s</p>%3$s</main>
            </html>
            """;
    private static final String BUTTON = "<form method=\"post\"><button>%s</button></form>";

    /** The form goes to the address that the page has, token included. */
    private static final String LEAVE = BUTTON.formatted("Unsubscribe");

    private LinkPage() {}

    static MutableHttpResponse<String> askToConfirm() {
        return page(
                HttpStatus.OK,
                "Subscribe?",
                "You get the mails from then on. Each has a link to leave.",
                BUTTON.formatted("Yes, subscribe me"));
    }

    static MutableHttpResponse<String> confirmed() {
        return page(HttpStatus.OK, "You are subscribed", "Each mail has a link to leave. You may close this page.", "");
    }

    static MutableHttpResponse<String> askToLeave() {
        return page(HttpStatus.OK, "Unsubscribe?", "You get no more mails of this kind.", LEAVE);
    }

    static MutableHttpResponse<String> left() {
        return page(
                HttpStatus.OK,
                "You are unsubscribed",
                "What is being sent at this moment may still arrive. You may close this page.",
                "");
    }

    static MutableHttpResponse<String> broken() {
        return page(
                HttpStatus.BAD_REQUEST,
                "This link cannot be used",
                "It is not one of ours; take the whole of it from the mail.",
                "");
    }

    static MutableHttpResponse<String> refused(Problem problem) {
        HttpStatus status = problem.kind() == Problem.Kind.GONE ? HttpStatus.GONE : HttpStatus.BAD_REQUEST;
        return page(status, "This link cannot be used", problem.detail(), "");
    }

    /** The token is in this page's address: it must not travel on as a referrer, nor stay in a cache. */
    private static MutableHttpResponse<String> page(HttpStatus status, String title, String text, String form) {
        return HttpResponse.<String>status(status)
                .body(PAGE.formatted(title, escaped(text), form))
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
