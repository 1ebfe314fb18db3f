package org.tctf.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

class PasswordPolicyTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final PasswordPolicy policy =
            new PasswordPolicy(password -> password.value().startsWith("qwerty"));

    @Test
    void aPasswordHas12To128CharactersAsPeopleCountThem() {
        refuses("PASSWORD_TOO_SHORT", "elevenchars");
        refuses("PASSWORD_TOO_SHORT", "\uD83D\uDC0E".repeat(11));
        refuses("PASSWORD_TOO_LONG", "x".repeat(129));
        takes("twelve chars");
        takes("x".repeat(64));
        takes("\uD83D\uDC0E".repeat(128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alllowercase",
                "ALLUPPERCASE",
                "314159265358",
                "!?!?!?!?!?!?",
                "            ",
                "\u00e9\u00e8\u00ea\u00eb\u00e0\u00e2\u00f4\u00f6\u00fb\u00fc\u00ee\u00ef",
                "\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801"
            })
    void noKindOfCharacterIsAskedForOrForbidden(String password) {
        takes(password);
    }

    @Test
    void aBreachedPasswordIsRefused() {
        refuses("PASSWORD_BREACHED", "qwerty and much more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tctf-admin-2026",
                "TCTFplatform!",
                "Comet bid 2026!",
                "4dm1n1str@tor1",
                "administrator",
                "membership 26",
                "Moderator123"
            })
    void wordsOfThisPlatformMakeNoPassword(String password) {
        refuses("PASSWORD_TOO_OBVIOUS", password);
    }

    @Test
    void wordsOfThisPlatformMayBeInAPassword() {
        takes("a member of a chess club");
        takes("platform nine and a half");
    }

    @Test
    void noContextWordIsTooShortToCount() {
        assertThat(PasswordPolicy.CONTEXT).allMatch(word -> word.length() >= 4);
    }

    private void takes(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    private void refuses(String code, String password) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void check(String password) {
        policy.check(new Password(password), ADA, List.of("Ada", "Lovelace"), "/password");
    }
}
