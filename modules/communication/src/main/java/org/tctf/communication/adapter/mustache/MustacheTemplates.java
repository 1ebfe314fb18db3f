package org.tctf.communication.adapter.mustache;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import org.tctf.communication.application.Letter;
import org.tctf.communication.application.Templates;
import org.tctf.communication.domain.Language;
import org.tctf.kernel.web.PublicUrl;

/** Mustache templates, compiled when first used. The text form's first line is the subject. */
@Singleton
public class MustacheTemplates implements Templates {
    private final WordsFactory html = WordsFactory.html();
    private final WordsFactory text = WordsFactory.text();
    private final PublicUrl publicUrl;

    /** What every mail shows around its letter. */
    record Frame(String home, String lang) {}

    public MustacheTemplates(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Rendered render(String template, Language language, Letter letter) {
        Language spoken = WordsFactory.has(words(template, language)) ? language : Language.EN;
        Object[] scopes = {new Frame(publicUrl.at("/").toString(), spoken.tag()), letter};
        String words = words(template, spoken);
        String plain = render(text, words, scopes).strip();
        int endOfSubject = plain.indexOf('\n');
        return new Rendered(
                plain.substring(0, endOfSubject).strip(),
                plain.substring(endOfSubject).strip() + "\n",
                render(html, words, scopes));
    }

    private static String words(String template, Language language) {
        return language.tag() + "/" + template;
    }

    private static String render(WordsFactory factory, String words, Object[] scopes) {
        try {
            Mustache template = factory.compile(words);
            StringWriter out = new StringWriter();
            template.execute(out, scopes);
            return out.toString();
        } catch (MustacheException broken) {
            throw new IllegalStateException("template %s: %s".formatted(words, broken.getMessage()), broken);
        }
    }
}
