package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows a link from a mail: in words of ours. */
final class LinkPage {

    private LinkPage() {}

    static MutableHttpResponse<String> question(Act act) {
        return switch (act) {
            case CANCEL_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Call off the change of your address?",
                        "Your account keeps the address that it has.",
                        "Call it off");
            case UNDO_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Take your address back?",
                        "Your account gets this address again, and all its sessions end. Choose a new password then.",
                        "Take it back");
            case CANCEL_DELETION -> page(HttpStatus.OK, "Keep your account?", "It will not be deleted.", "Keep it");
        };
    }

    static MutableHttpResponse<String> done(Act act) {
        return switch (act) {
            case CANCEL_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "The change is called off",
                        "If it was not you who asked for it, somebody has your password: choose a new one.",
                        null);
            case UNDO_EMAIL_CHANGE ->
                page(
                        HttpStatus.OK,
                        "Your account has its address again",
                        "All its sessions have ended. Choose a new password now.",
                        null);
            case CANCEL_DELETION -> page(HttpStatus.OK, "Your account stays", "It will not be deleted.", null);
        };
    }

    static MutableHttpResponse<String> refused(Problem problem) {
        HttpStatus status = switch (problem.kind()) {
            case GONE -> HttpStatus.GONE;
            case CONFLICT -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
        return page(status, "This link cannot be used", problem.detail(), null);
    }

    private static MutableHttpResponse<String> page(
            HttpStatus status, String title, String text, @Nullable String button) {
        MutableHttpResponse<String> page = HttpResponse.<String>status(status)
                .body(new MailLinkPage(Language.EN, title, text, button).html())
                .contentType(MediaType.TEXT_HTML_TYPE);
        MailLinkPage.headers().forEach((name, value) -> page.header(name, value));
        return page;
    }
}
