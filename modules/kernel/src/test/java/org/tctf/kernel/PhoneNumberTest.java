package org.tctf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "442079460018",
                "+0442079460018",
                "+44 20 7946 0018",
                "+442079",
                "+4420794600181234",
                "+44207946001x",
                "+442079460018\n",
                "+٤٤٢٠٧٩٤٦٠٠١٨"
            })
    void anotherFormThanE164IsRefused(String text) {
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_PHONE_NUMBER"));
    }

    @Test
    void aMaskedNumberTellsTheCountryAndTwoDigits() {
        assertThat(new PhoneNumber("+442079460018").masked()).isEqualTo("+44***18");
    }
}
