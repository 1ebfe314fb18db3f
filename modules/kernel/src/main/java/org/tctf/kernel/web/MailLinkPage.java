package org.tctf.kernel.web;

import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;

/**
 * What somebody sees who follows a link from a mail: a sentence and perhaps a button, no script, nothing loaded from
 * anywhere. The button posts to the address that the page has, token included: it is nowhere in the page.
 *
 * @param language of the texts; screen readers pronounce them so
 * @param title plain text
 * @param text plain text
 * @param button what the button says; absent where there is nothing to do
 */
public record MailLinkPage(
        Language language,
        String title,
        String text,
        @Nullable String button) {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%4$s">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}</style>
            <main><h1>%1$s</h1><p>%2$s</p>%3$s</main>
            </html>
            """;

    /**
     * The page of that name: {@code <name>.title}, {@code <name>.text} and, where there is something to do,
     * {@code <name>.button} of a service's words.
     *
     * @param bundle as {@link Language#words} takes it
     */
    public static MailLinkPage of(Language language, String bundle, String name) {
        ResourceBundle words = language.words(bundle);
        String button = name + ".button";
        return new MailLinkPage(
                language,
                words.getString(name + ".title"),
                words.getString(name + ".text"),
                words.containsKey(button) ? words.getString(button) : null);
    }

    /** The page, in UTF-8. */
    public String html() {
        String form =
                button == null ? "" : "<form method=\"post\"><button>%s</button></form>".formatted(escaped(button));
        return PAGE.formatted(escaped(title), escaped(text), form, language.tag());
    }

    /**
     * The token is in this page's address: it must not travel on as a referrer, nor stay in a cache. Where nothing is known of
     * the reader, the page is in a language of their browser.
     */
    public Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
                "Referrer-Policy",
                "no-referrer",
                "Cache-Control",
                "no-store",
                "Content-Language",
                language.tag(),
                "Vary",
                "Accept-Language");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
