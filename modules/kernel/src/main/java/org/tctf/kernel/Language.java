package org.tctf.kernel;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that people are written to in; English stands in for every other. */
public enum Language {
    EN,
    FR,
    ES,
    DE,
    IT,
    PT;

    private static final List<String> TAGS =
            Stream.of(values()).map(Language::tag).toList();

    /** The language of a tag such as {@code pt} or {@code pt-BR}; English for none, or for one that we don't write. */
    public static Language of(@Nullable String tag) {
        String wanted = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.tag().equals(wanted)) {
                return language;
            }
        }
        return EN;
    }

    /**
     * The best for whoever reads those of an {@code Accept-Language} header (RFC 9110 §12.5.4; matched by RFC 4647's
     * lookup); English for none, for nonsense, or where we write none of them.
     */
    public static Language preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return EN;
        }
        try {
            return of(Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS));
        } catch (IllegalArgumentException nonsense) {
            return EN;
        }
    }

    /** ISO 639-1. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a service says in this language: {@code <bundle>_<tag>.properties}, and what stands in {@code <bundle>.properties}
     * for a language without a file.
     *
     * @throws java.util.MissingResourceException when there is neither
     */
    public ResourceBundle words(String bundle) {
        return ResourceBundle.getBundle(
                bundle,
                locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
