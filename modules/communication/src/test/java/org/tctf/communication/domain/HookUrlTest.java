package org.tctf.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.Problem;

class HookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.org",
                "http://hooks.example.org/",
                "https:///path",
                "https://localhost/",
                "https://metadata.google.internal/",
                "https://printer.local/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://user:secret@hooks.example.org/",
                "https://hooks.example.org:8443/",
                "https://hooks.example.org/#part",
                "https://hooks.example.org/ a",
                "ftp://hooks.example.org/"
            })
    void whatMayLeadElsewhereIsRefused(String url) {
        assertThatThrownBy(() -> HookUrl.of(url))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_WEBHOOK_URL"));
    }

    @Test
    void aPublicNameByHttpsIsTaken() {
        assertThat(HookUrl.of("https://hooks.example.org/tctf?key=1").value().getHost())
                .isEqualTo("hooks.example.org");
        assertThat(HookUrl.of("https://hooks.example.org:443/").value().getPort())
                .isEqualTo(443);
    }
}
