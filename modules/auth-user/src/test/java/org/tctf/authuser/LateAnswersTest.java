package org.tctf.authuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.kernel.EmailAddress;

/** A service that keeps something and does not answer holds a copy up for half an hour, and no longer. */
class LateAnswersTest {
    private final PlainAuthUser service = new PlainAuthUser();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aCopyIsMadeWithoutWhoDoesNotAnswerAndSaysWhoThatIs() {
        var registration = service.identity()
                .accounts()
                .register(new EmailAddress("ada@example.org"), new Password("correct horse battery"));
        String ada = ((Registration.Registered) registration).accountId();
        service.identity().accounts().confirm(ada);
        service.expect("ghost");
        String export = service.export(ada);
        service.advance(Duration.ofMinutes(29));
        service.concludeExports();
        assertThatThrownBy(() -> service.copy(ada, export)).isInstanceOf(AssertionError.class);

        service.advance(Duration.ofMinutes(1));
        service.concludeExports();
        assertThat(service.copy(ada, export).get("README.txt")).contains("lacks what they keep: ghost");
        assertThat(service.facts("DATA_EXPORT_READY")
                        .getFirst()
                        .path("missing")
                        .path(0)
                        .asText())
                .isEqualTo("ghost");
    }
}
