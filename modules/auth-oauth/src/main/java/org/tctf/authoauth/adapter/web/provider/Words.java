package org.tctf.authoauth.adapter.web.provider;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.tctf.kernel.Language;

/** What the pages say, in the language that somebody reads. */
final class Words {
    static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::tag).toList();

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        bundle = language.words("org/tctf/authoauth/pages/words");
    }

    /**
     * @param asked what the application asks for, best first
     * @param accepted the browser's {@code Accept-Language}
     */
    static Words of(List<String> asked, String accepted) {
        String ranges = String.join(",", asked) + (asked.isEmpty() || accepted.isBlank() ? "" : ",") + accepted;
        return new Words(Language.preferred(ranges));
    }

    String language() {
        return language.tag();
    }

    String get(String key) {
        return bundle.getString(key);
    }
}
