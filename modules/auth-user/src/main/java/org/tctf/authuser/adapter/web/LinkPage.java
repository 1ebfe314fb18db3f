package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.tctf.authuser.application.Codes.Act;
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
            <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}</style>
            <main><h1>%1$s</h1><p>%2$s</p>%3$s</main>
            </html>
            """;
    private static final String BUTTON = "<form method=\"post\"><button>%s</button></form>";

    private LinkPage() {}

    /** The form goes to the address that the page has, token included: it is nowhere in the page. */
    static MutableHttpResponse<String> question(Act act) {
        return switch (act) {
            case CANCEL_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Call off the change of your address?",
                        "Your account keeps the address that it has.",
                        BUTTON.formatted("Call it off"));
            case UNDO_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Take your address back?",
                        "Your account gets this address again, and all its sessions end. Choose a new password then.",
                        BUTTON.formatted("Take it back"));
            case CANCEL_DELETION ->
                page(HttpStatus.OK, "Keep your account?", "It will not be deleted.", BUTTON.formatted("Keep it"));
        };
    }

    static MutableHttpResponse<String> done(Act act) {
        return switch (act) {
            case CANCEL_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "The change is called off",
                        "If it was not you who asked for it, somebody has your password: choose a new one.",
                        "");
            case UNDO_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Your account has its address again",
                        "All its sessions have ended. Choose a new password now.",
                        "");
            case CANCEL_DELETION -> page(HttpStatus.OK, "Your account stays", "It will not be deleted.", "");
        };
    }

    static MutableHttpResponse<String> refused(Problem problem) {
        HttpStatus status = switch (problem.kind()) {
            case GONE -> HttpStatus.GONE;
            case CONFLICT -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
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
