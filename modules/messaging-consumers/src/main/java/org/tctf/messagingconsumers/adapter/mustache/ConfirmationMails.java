package org.tctf.messagingconsumers.adapter.mustache;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.application.subscriber.ConfirmationTexts;
import org.tctf.mustache.StrictMustache.Form;

/** The words are in {@code confirmation_<language>.properties}, the forms here; a translator never sees markup. */
@Singleton
public class ConfirmationMails implements ConfirmationTexts {
    private static final String WORDS = "org.tctf.messagingconsumers.confirmation";
    private static final WrittenTemplate TEXT = WrittenTemplate.of("""
            {{question}}

            {{lists}}

            {{link}}

            {{otherwise}}
            """, Form.TEXT);
    private static final WrittenTemplate HTML = WrittenTemplate.of("""
            <!doctype html>
            <html lang="{{lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
            <body style="font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:1rem">
            <p>{{question}}</p><p><strong>{{lists}}</strong></p>
            <p><a href="{{link}}" style="display:inline-block;padding:.6rem 1rem;border:1px solid">{{button}}</a></p>
            <p>{{otherwise}}</p></body></html>
            """, Form.HTML);

    @Override
    public Words in(Language language, List<String> lists, String link) {
        ResourceBundle words = language.words(WORDS);
        Map<String, String> values = Map.of(
                "lang", language.tag(),
                "question", words.getString("question"),
                "lists", String.join(", ", lists),
                "link", link,
                "button", words.getString("button"),
                "otherwise", words.getString("otherwise"));
        return new Words(words.getString("subject"), TEXT.render(values), HTML.render(values));
    }
}
