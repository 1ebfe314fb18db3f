package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.tctf.kernel.Problem;

/** What somebody sees who follows the link in the mail: a sentence, no script, nothing loaded from anywhere. */
final class ConfirmationPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
            <main><h1>%1$s</h1><p>%2$s</p></main>
            </html>
            """;

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

    /** The token is in this page's address: it must not travel on as a referrer, nor stay in a cache. */
    private static MutableHttpResponse<String> page(HttpStatus status, String title, String text) {
        return HttpResponse.<String>status(status)
                .body(PAGE.formatted(escaped(title), escaped(text)))
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
