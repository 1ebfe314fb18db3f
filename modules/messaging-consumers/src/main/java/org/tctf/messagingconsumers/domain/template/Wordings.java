package org.tctf.messagingconsumers.domain.template;

import java.util.Map;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;

/** The same mail in one or more languages; English is always there, to stand in for those that are not. */
public record Wordings(Map<Language, Wording> byLanguage) {

    /** @throws Problem {@code ENGLISH_MISSING} */
    public Wordings {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey(Language.EN)) {
            throw Problem.invalid(
                            "ENGLISH_MISSING",
                            "English stands in for languages that a template does not have, so it cannot be left out.")
                    .at("/wordings/en");
        }
    }

    /** The language that a reader of this one gets. */
    public Language spokenTo(Language reader) {
        return byLanguage.containsKey(reader) ? reader : Language.EN;
    }

    public Wording in(Language language) {
        Wording wording = byLanguage.get(spokenTo(language));
        if (wording == null) {
            throw new IllegalStateException("wordings without English");
        }
        return wording;
    }
}
