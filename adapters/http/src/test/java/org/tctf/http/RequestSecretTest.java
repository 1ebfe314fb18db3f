package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestSecretTest {
    private static final byte[] BODY = "{\"password\":\"hunter2\"}".getBytes(StandardCharsets.UTF_8);

    private final RequestSecret secret = RequestSecret.of("key", "POST /v1/x?a=1", BODY);

    @Test
    void theSameKeyAndRequestHaveTheSameFingerprint() {
        assertThat(RequestSecret.of("key", "POST /v1/x?a=1", BODY.clone()).fingerprint())
                .isEqualTo(secret.fingerprint());
    }

    @Test
    void anyOtherKeyPathQueryOrBodyHasAnother() {
        assertThat(RequestSecret.of("other", "POST /v1/x?a=1", BODY).fingerprint())
                .isNotEqualTo(secret.fingerprint());
        assertThat(RequestSecret.of("key", "POST /v1/x?a=2", BODY).fingerprint())
                .isNotEqualTo(secret.fingerprint());
        assertThat(RequestSecret.of("key", "POST /v1/x?a=1", new byte[0]).fingerprint())
                .isNotEqualTo(secret.fingerprint());
    }

    @Test
    void onlyWhoSendsTheSameAgainCanOpenTheAnswer() {
        byte[] answer = "{\"token\":\"t\"}".getBytes(StandardCharsets.UTF_8);
        String sealed = secret.seal(answer);

        assertThat(sealed).isNotEqualTo(secret.seal(answer));
        assertThat(RequestSecret.of("key", "POST /v1/x?a=1", BODY).open(sealed)).isEqualTo(answer);
        RequestSecret other = RequestSecret.of("key", "POST /v1/x?a=1", new byte[] {1});
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
