package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.Password;
import org.tctf.kernel.Problem;

/** Hashes that other implementations have made: pyca/bcrypt's test vectors, and Python's hashlib (OpenSSL). */
class ForeignHashesTest {
    private static final Map<String, String> PASSWORDS = Map.of(
            "$2a$04$EGdrhbKUv8Oc9vGiXX0HQOxSg445d458Muh7DAHskb6QbtCvdxcie", "correctbatteryhorsestapler",
            "$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$fXnS5Awj6eMC+z1SbPBpyxEKbW7GHGyuCeVjw7IJSMI",
                    "correct horse battery",
            "pbkdf2_sha256$1000$abcdefgh$BBAst6Q9ERT2t0mu0mZP5mo0Igt8eVsAijJGBPWCoqY=", "correct horse battery",
            "$pbkdf2-sha512$1000$c2FsdHNhbHRzYWx0c2FsdA$lYhPheApeiwq3tKG8A.KHC4iQ8mmHXFAKab1ywrJ5QhG73jAKAyVeLsbqTYH/KNRnW0OYbntj3FPNcXf3GKcRg",
                    "correct horse battery");

    @Test
    void theRightPasswordMatchesAndNoOtherDoes() {
        PASSWORDS.forEach((text, password) -> {
            ForeignHash hash = new ForeignHash(text);
            assertThat(ForeignHashes.matches(hash, new Password(password)))
                    .as(text)
                    .isTrue();
            assertThat(ForeignHashes.matches(hash, new Password(password + "!")))
                    .as(text)
                    .isFalse();
        });
    }

    @Test
    void whatIsUnknownOrTooExpensiveIsRefusedAtTheImport() {
        for (String text : List.of(
                "",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$2a$15$EGdrhbKUv8Oc9vGiXX0HQOxSg445d458Muh7DAHskb6QbtCvdxcie",
                "$2a$04$EGdrhbKUv8Oc9vGiXX0HQOxSg445d458Muh7DAHskb6QbtCvdxci",
                "$scrypt$ln=18,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$fXnS5Awj6eMC+z1SbPBpyxEKbW7GHGyuCeVjw7IJSMI",
                "pbkdf2_sha256$2000001$abcdefgh$BBAst6Q9ERT2t0mu0mZP5mo0Igt8eVsAijJGBPWCoqY=",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")) {
            assertThatThrownBy(() -> new ForeignHash(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo("UNSUPPORTED_PASSWORD_HASH"));
        }
    }
}
