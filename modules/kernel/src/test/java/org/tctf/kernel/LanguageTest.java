package org.tctf.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"de,DE", "de-CH,DE", "PT-br,PT", "ja,EN", "'',EN", ",EN", "not a tag,EN"})
    void aTagNamesOneOfOursOrEnglish(@Nullable String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "'de-CH,de;q=0.9,en;q=0.8',DE",
        "'en;q=0.5, fr;q=0.9',FR",
        "'ja, it;q=0.1',IT",
        "'de;q=0, es',ES",
        "ja,EN",
        "*,EN",
        "'',EN",
        ",EN",
        "'de;q=much',EN"
    })
    void aBrowserGetsTheBestOfOursThatItAccepts(@Nullable String accepted, Language language) {
        assertThat(Language.preferred(accepted)).isEqualTo(language);
    }

    @Test
    void anEndlessHeaderIsReadAsAnyOther() {
        assertThat(Language.preferred("ja;q=0.9,".repeat(800) + "it;q=0.1")).isEqualTo(Language.IT);
    }
}
