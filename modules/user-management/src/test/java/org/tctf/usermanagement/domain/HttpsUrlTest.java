package org.tctf.usermanagement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.Problem;

class HttpsUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "https://example.org/a/b?c=d#e", "HTTPS://xn--bcher-kva.example:8443/"})
    void anHttpsAddressIsTaken(String address) {
        assertThatCode(() -> new HttpsUrl(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://example.org",
                "javascript:alert(1)",
                "https:",
                "https://",
                "https:///path",
                "https://github.com@evil.example/",
                "https://exa mple.org",
                "//example.org",
                "https://example.org/\"><script>"
            })
    void anythingElseIsRefused(String address) {
        assertThatThrownBy(() -> new HttpsUrl(address))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_URL"));
    }

    @Test
    void anAddressOfMoreThan200CharactersIsRefused() {
        String longest = "https://example.org/" + "a".repeat(HttpsUrl.MAX_LENGTH - 20);

        assertThatCode(() -> new HttpsUrl(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new HttpsUrl(longest + "a")).isInstanceOf(Problem.class);
    }
}
