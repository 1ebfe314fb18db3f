package org.tctf.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void aRegionsLanguageIsTheLanguage() {
        assertThat(Language.of("pt-BR")).isEqualTo(Language.PT);
        assertThat(Language.of("de")).isEqualTo(Language.DE);
    }

    @Test
    void whatWeDoNotSpeakIsEnglish() {
        assertThat(Language.of("fi")).isEqualTo(Language.EN);
        assertThat(Language.of(null)).isEqualTo(Language.EN);
        assertThat(Language.of("../../etc")).isEqualTo(Language.EN);
    }
}
