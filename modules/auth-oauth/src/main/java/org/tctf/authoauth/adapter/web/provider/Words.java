package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;

/** What the pages say, in the language that somebody reads. */
final class Words {
    static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::tag).toList();

    private static final String REFUSED = "refused.";

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        bundle = language.words("org/tctf/authoauth/pages/words");
    }

    /**
     * In the first that the application asks for of those that we have (OpenID Connect Core §3.1.2.1); else as the browser
     * asks.
     *
     * @param asked {@code ui_locales}, best first; what is no language is passed over
     */
    static Words of(HttpRequest<?> http, List<String> asked) {
        return new Words(asked.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(LANGUAGES::contains)
                .findFirst()
                .map(Language::of)
                .orElseGet(() -> Language.preferred(http.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    String language() {
        return language.tag();
    }

    String get(String key) {
        return bundle.getString(key);
    }

    /** The sentence about a problem of that code; none where it is not one that members are told of. */
    @Nullable
    String wrong(String code) {
        String key = "wrong." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : null;
    }

    /** What is said of a step of the sign-in that was refused, by the problem's code. */
    Map<String, String> refusals() {
        Map<String, String> sentences = new TreeMap<>();
        for (String key : bundle.keySet()) {
            if (key.startsWith(REFUSED)) {
                sentences.put(key.substring(REFUSED.length()), bundle.getString(key));
            }
        }
        return sentences;
    }
}
