package org.tctf.communication.adapter.mustache;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.Locale;
import org.tctf.communication.application.Letter;
import org.tctf.communication.application.ShortText;
import org.tctf.communication.application.ShortTexts;
import org.tctf.communication.application.Templates;
import org.tctf.kernel.Language;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.web.PublicUrl;

/** Mustache templates, compiled when first used. The text form's first line is the subject. */
@Singleton
public class MustacheTemplates implements Templates, ShortTexts {
    private final WordsFactory html = WordsFactory.html();
    private final WordsFactory text = WordsFactory.text();
    private final WordsFactory brief = WordsFactory.brief();
    private final PublicUrl publicUrl;

    /** What every mail shows around its letter. */
    record Frame(String home, String lang) {}

    public MustacheTemplates(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Brief brief(String template, Language language, Letter letter) {
        Language spoken = WordsFactory.has(words(template, language)) ? language : Language.EN;
        String plain =
                render(brief, words(template, spoken), new Object[] {letter}).strip();
        int endOfTitle = plain.indexOf('\n');
        return new Brief(
                plain.substring(0, endOfTitle).strip(),
                plain.substring(endOfTitle).strip());
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

    @Override
    public String render(String template, Medium medium, Language language, ShortText words) {
        String form = template + "." + medium.name().toLowerCase(Locale.ROOT);
        Language spoken = WordsFactory.has(words(form, language)) ? language : Language.EN;
        return render(text, words(form, spoken), new Object[] {words}).strip();
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
