package org.tctf.authoauth.adapter.web.provider;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the pages say, in the language that somebody reads. */
final class Words {
    /** Those that we have; the first for everybody else. */
    static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "it", "pt");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String language;
    private final ResourceBundle bundle;

    private Words(String language) {
        this.language = language;
        bundle = ResourceBundle.getBundle("org/tctf/authoauth/pages/words", Locale.of(language), NO_FALLBACK);
    }

    /**
     * @param asked what the application asks for, best first
     * @param accepted the browser's {@code Accept-Language}
     */
    static Words of(List<String> asked, String accepted) {
        String ranges = String.join(",", asked) + (asked.isEmpty() || accepted.isBlank() ? "" : ",") + accepted;
        try {
            String found = ranges.isBlank() ? null : Locale.lookupTag(Locale.LanguageRange.parse(ranges), LANGUAGES);
            return new Words(found == null ? LANGUAGES.getFirst() : found);
        } catch (IllegalArgumentException nonsense) {
            return new Words(LANGUAGES.getFirst());
        }
    }

    String language() {
        return language;
    }

    String get(String key) {
        return bundle.getString(key);
    }
}
