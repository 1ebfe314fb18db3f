package org.tctf.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.kernel.EmailAddress;

class MailTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: eve@example.org", "Hello\nBcc: eve@example.org", "Hello\r", "Hello\u0000"})
    void aSubjectCannotStartAnotherHeader(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("1", ADA, subject, "", null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bcc", "FROM", "Subject", "Content-Type", "MIME-Version", "X Y", "X:Y", "X\r\nBcc", ""})
    void aHeaderThatIsNotTheSendersToSetIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail("1", ADA, "Hello", "", null, Map.of(name, "eve@example.org")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<a", "a@b", "a\r\n"})
    void anIdFitsIntoAMessageId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail(id, ADA, "Hello", "", null, Map.of()));
    }

    @Test
    void anyLanguageIsFineInASubject() {
        assertThat(new Mail("1", ADA, "Žluťoučký kůň 🐎", "", null, Map.of("List-Unsubscribe", "<https://x>"))
                        .subject())
                .endsWith("🐎");
    }
}
