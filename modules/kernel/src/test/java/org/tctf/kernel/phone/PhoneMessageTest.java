package org.tctf.kernel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tctf.kernel.PhoneNumber;

class PhoneMessageTest {
    private static final PhoneNumber ADA = new PhoneNumber("+447400123456");

    @ParameterizedTest
    @CsvSource({"a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "é, 160, 1", "€, 80, 1", "€, 81, 2"})
    void gsmsAlphabetHas160CharactersToASegment(String character, int times, int segments) {
        assertThat(SmsLength.segments(character.repeat(times))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"ç, 70, 1", "ç, 71, 2", "ç, 134, 2", "ç, 135, 3", "🐎, 35, 1", "🐎, 36, 2"})
    void oneCharacterBeyondItMakesSeventyOfThem(String character, int times, int segments) {
        assertThat(SmsLength.segments(character.repeat(times))).isEqualTo(segments);
    }

    @Test
    void whatTakesMoreThanThreeSegmentsIsNotATextMessageButMayBeACall() {
        String words = "a".repeat(460);
        assertThatIllegalArgumentException().isThrownBy(() -> message(Medium.SMS, words));
        assertThat(message(Medium.CALL, words).text()).isEqualTo(words);
        assertThatIllegalArgumentException().isThrownBy(() -> message(Medium.CALL, "a".repeat(601)));
    }

    @Test
    void whatSaysNothingOrHasControlCharactersIsNoMessage() {
        assertThatIllegalArgumentException().isThrownBy(() -> message(Medium.SMS, " \n"));
        assertThatIllegalArgumentException().isThrownBy(() -> message(Medium.SMS, "Hello\u0007"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneMessage("not an id", Medium.SMS, ADA, Locale.ENGLISH, "Hello"));
    }

    @Test
    void itsWordsAndItsNumberAreNotInALog() {
        assertThat(message(Medium.SMS, "Your code is 493817").toString()).doesNotContain("493817", "400123");
    }

    private static PhoneMessage message(Medium medium, String text) {
        return new PhoneMessage("1", medium, ADA, Locale.ENGLISH, text);
    }
}
