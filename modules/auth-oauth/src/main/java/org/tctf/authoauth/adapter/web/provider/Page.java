package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A page: headings, sentences, forms; styles and scripts from our own address only, so that nothing that anybody typed could
 * ever run. No other page can frame it. Forms may lead to one more origin: browsers hold redirects that follow a form
 * against the page's policy too (CSP 3 §6.3.1).
 */
final class Page {
    private static final String HTML = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>%2$s</title>
            <link rel="stylesheet" href="/oauth/assets/pages.css">
            %3$s</head>
            <body>
            <main>
            <h1>%2$s</h1>
            %4$s
            </main>
            </body>
            </html>
            """;

    private final Words words;
    private final String title;
    private final StringBuilder body = new StringBuilder();
    private @Nullable String script;
    private String formsTo = "'self'";

    Page(Words words, String title) {
        this.words = words;
        this.title = title;
    }

    Page text(String text) {
        return html("<p>" + escaped(text) + "</p>");
    }

    /** @param html with everything in it escaped */
    Page html(String html) {
        body.append(html).append('\n');
        return this;
    }

    Page script(String name) {
        script = name;
        return this;
    }

    Page formsTo(String origin) {
        formsTo += " " + origin;
        return this;
    }

    MutableHttpResponse<String> answer(HttpStatus status) {
        String tag = script == null ? "" : "<script src=\"/oauth/assets/%s\" defer></script>\n".formatted(script);
        MutableHttpResponse<String> response = HttpResponse.<String>status(status)
                .body(HTML.formatted(words.language(), escaped(title), tag, body))
                .contentType(MediaType.TEXT_HTML_TYPE);
        Wire.guarded(response);
        response.getHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action "
                                + formsTo + "; frame-ancestors 'none'; base-uri 'none'");
        // Forms send their origin, which is checked; no other site learns this page's address.
        response.getHeaders().set("Referrer-Policy", "same-origin");
        response.getHeaders().set("Content-Language", words.language());
        response.getHeaders().add("Vary", "Accept-Language");
        return response;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
