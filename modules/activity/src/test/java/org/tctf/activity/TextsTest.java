package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.activity.domain.Rule;

class TextsTest {
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");
    private static final ResourceBundle ENGLISH = texts("en");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt"})
    void everyRuleHasItsSentencesInEachLanguage(String language) {
        ResourceBundle texts = texts(language);

        for (Rule rule : Rule.ALL) {
            if (rule.logs() != null) {
                assertThat(texts.containsKey("log." + rule.template()))
                        .as(rule.type())
                        .isTrue();
            }
            if (rule.tells() != null && rule.retracts() == null) {
                assertThat(texts.containsKey("notification." + rule.template()))
                        .as(rule.type())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "pt"})
    void aTranslationHasTheSameBlanks(String language) {
        ResourceBundle texts = texts(language);

        assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
        assertThat(texts.keySet()).isEqualTo(ENGLISH.keySet());
        for (String key : ENGLISH.keySet()) {
            assertThat(blanks(texts.getString(key))).as(key).isEqualTo(blanks(ENGLISH.getString(key)));
        }
    }

    private static List<String> blanks(String text) {
        return List.copyOf(new TreeSet<>(
                BLANK.matcher(text).results().map(found -> found.group()).toList()));
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "org.tctf.activity.texts",
                Locale.of(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
