package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tctf.kernel.Language;
import org.tctf.kernel.web.MailLinkPage;

/** What somebody sees who follows a link from a mail. The words are in {@code link-pages_<language>.properties}. */
enum LinkPage {
    ASK_TO_CONFIRM(HttpStatus.OK, true),
    CONFIRMED(HttpStatus.OK, false),
    ASK_TO_LEAVE(HttpStatus.OK, true),
    LEFT(HttpStatus.OK, false),
    BROKEN(HttpStatus.BAD_REQUEST, false),
    EXPIRED(HttpStatus.GONE, false);

    private static final String WORDS = "org.tctf.messagingconsumers.link-pages";

    private final HttpStatus status;
    private final boolean asks;

    LinkPage(HttpStatus status, boolean asks) {
        this.status = status;
        this.asks = asks;
    }

    MutableHttpResponse<String> in(Language language) {
        ResourceBundle words = language.words(WORDS);
        MailLinkPage page = new MailLinkPage(
                language, words.getString(title()), words.getString(text()), asks ? words.getString(button()) : null);
        MutableHttpResponse<String> answer = HttpResponse.<String>status(status)
                .body(page.html())
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        MailLinkPage.headers().forEach((name, value) -> answer.header(name, value));
        return answer;
    }

    boolean asks() {
        return asks;
    }

    String title() {
        return key("title");
    }

    String text() {
        return key("text");
    }

    String button() {
        return key("button");
    }

    private String key(String part) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
    }
}
