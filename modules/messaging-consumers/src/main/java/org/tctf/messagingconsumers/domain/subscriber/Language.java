package org.tctf.messagingconsumers.domain.subscriber;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that we write in; English stands in for one that a template does not have. */
public enum Language {
    EN,
    FR,
    ES,
    DE,
    IT,
    PT;

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

    /** ISO 639-1. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
