package org.tctf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void oneAddressHasOneForm() {
        assertThat(new EmailAddress(" Ada@Example.ORG ")).isEqualTo(new EmailAddress("ada@example.org"));
        assertThat(new EmailAddress("ada@müller.example").value()).isEqualTo("ada@xn--mller-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@@example.org",
                "ada b@example.org",
                ".ada@example.org",
                "ada@-example.org",
                "ada@example..org",
                "ada@example.org\r\nBcc: x@y.org",
                "аda@example.org" // begins with the Cyrillic letter that looks like an a
            })
    void whatWeCannotMailIsRefused(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_EMAIL"));
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(50) + ".org";
        assertThatThrownBy(() -> new EmailAddress("ada.lovelace.1815@" + domain))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aMaskedAddressShowsOnlyItsEnds() {
        assertThat(new EmailAddress("ada@example.org").masked()).isEqualTo("a***a@e***e.org");
    }
}
