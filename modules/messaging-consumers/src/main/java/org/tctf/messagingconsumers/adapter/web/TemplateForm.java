package org.tctf.messagingconsumers.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.domain.template.Template;
import org.tctf.messagingconsumers.domain.template.Wording;
import org.tctf.messagingconsumers.domain.template.Wordings;

record TemplateForm(
        @Size(min = 1, max = Template.MAX_NAME) String name,
        @Valid WordingsForm wordings) {

    /** By language; English stands in for those that are not there. */
    record WordingsForm(
            @Valid WordingForm en,
            @Nullable @Valid WordingForm fr,
            @Nullable @Valid WordingForm es,
            @Nullable @Valid WordingForm de,
            @Nullable @Valid WordingForm it,
            @Nullable @Valid WordingForm pt) {

        static WordingsForm of(Wordings wordings) {
            Map<Language, Wording> all = wordings.byLanguage();
            return new WordingsForm(
                    new WordingForm(wordings.in(Language.EN)),
                    WordingForm.orNull(all.get(Language.FR)),
                    WordingForm.orNull(all.get(Language.ES)),
                    WordingForm.orNull(all.get(Language.DE)),
                    WordingForm.orNull(all.get(Language.IT)),
                    WordingForm.orNull(all.get(Language.PT)));
        }
    }

    record WordingForm(
            @Size(min = 1, max = Wording.MAX_SUBJECT) String subject,
            @Size(min = 1, max = Wording.MAX_TEXT) String text,
            @Size(min = 1, max = Wording.MAX_HTML) String html) {

        WordingForm(Wording wording) {
            this(wording.subject(), wording.text(), wording.html());
        }

        static @Nullable WordingForm orNull(@Nullable Wording wording) {
            return wording == null ? null : new WordingForm(wording);
        }

        Wording wording() {
            return new Wording(subject, text, html);
        }
    }

    /** What is said, as the domain has it. */
    Wordings content() {
        WordingsForm forms = wordings;
        Map<Language, Wording> all = new EnumMap<>(Language.class);
        put(all, Language.EN, forms.en());
        put(all, Language.FR, forms.fr());
        put(all, Language.ES, forms.es());
        put(all, Language.DE, forms.de());
        put(all, Language.IT, forms.it());
        put(all, Language.PT, forms.pt());
        return new Wordings(all);
    }

    private static void put(Map<Language, Wording> all, Language language, @Nullable WordingForm form) {
        if (form != null) {
            all.put(language, form.wording());
        }
    }
}
