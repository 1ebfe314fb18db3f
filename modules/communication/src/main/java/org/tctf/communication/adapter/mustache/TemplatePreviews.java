package org.tctf.communication.adapter.mustache;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.Letter;
import org.tctf.communication.application.SampleLetters;
import org.tctf.communication.application.ShortText;
import org.tctf.communication.application.ShortTexts;
import org.tctf.communication.application.Templates;
import org.tctf.kernel.Language;
import org.tctf.kernel.mail.MailPreviews;
import org.tctf.kernel.phone.Medium;

/** Every message in every language, with the sample letters. */
@Singleton
public class TemplatePreviews implements MailPreviews {
    private static final String TEXTED = "phone-code (SMS)";
    private static final String SAID = "phone-code (call)";

    private final Templates templates;
    private final ShortTexts shortTexts;
    private final SortedMap<String, Letter> letters = SampleLetters.byTemplate();

    public TemplatePreviews(Templates templates, ShortTexts shortTexts) {
        this.templates = templates;
        this.shortTexts = shortTexts;
    }

    @Override
    public List<String> templates() {
        List<String> names = new ArrayList<>(letters.keySet());
        names.add(TEXTED);
        names.add(SAID);
        return List.copyOf(names);
    }

    @Override
    public List<String> languages() {
        return Stream.of(Language.values()).map(Language::tag).toList();
    }

    @Override
    public Optional<Preview> preview(String template, String tag) {
        Language language = Language.of(tag);
        return language.tag().equals(tag) ? preview(template, language) : Optional.empty();
    }

    private Optional<Preview> preview(String template, Language language) {
        Letter letter = letters.get(template);
        if (letter != null) {
            Templates.Rendered mail = templates.render(template, language, letter);
            return Optional.of(new Preview(template, language.tag(), mail.subject(), mail.text(), mail.html()));
        }
        return Optional.ofNullable(shortText(template, language))
                .map(text -> new Preview(template, language.tag(), null, text, null));
    }

    private @Nullable String shortText(String template, Language language) {
        return switch (template) {
            case TEXTED ->
                shortTexts.render("phone-code", Medium.SMS, language, new ShortText.CodeToRead("493817", 10));
            case SAID ->
                shortTexts.render("phone-code", Medium.CALL, language, new ShortText.CodeToHear("4, 9, 3, 8, 1, 7"));
            default -> null;
        };
    }
}
