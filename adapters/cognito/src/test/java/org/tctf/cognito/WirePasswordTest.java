package org.tctf.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Password;

class WirePasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "aa", "Žluťoučký kůň 🐎", "p@ss\"wörd'\\"})
    void whatCognitoTakesGoesAsItIs(String typed) {
        assertThat(WirePassword.of(new Password(typed))).isEqualTo(new Password(typed).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                " twelve chars",
                "twelve chars ",
                "two\nlines of it",
                "a\u0000bbbbbbbbbbb",
                "a\u2028bbbbbbbbbbbb"
            })
    void whatCognitoRefusesGoesAsItsHash(String typed) {
        assertThat(WirePassword.of(new Password(typed)))
                .matches("sha512:[A-Za-z0-9_-]{86}")
                .isNotEqualTo(WirePassword.of(new Password(typed + ".")));
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 5000})
    void whatIsTooLongGoesAsItsHash(int length) {
        assertThat(WirePassword.of(new Password("a".repeat(length)))).hasSize("sha512:".length() + 86);
    }
}
