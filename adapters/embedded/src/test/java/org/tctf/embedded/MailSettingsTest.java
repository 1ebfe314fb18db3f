package org.tctf.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.mail.Mailbox;

class MailSettingsTest {

    @TempDir
    Path folder;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(folder.resolve("mailbox.db"), InstantSource.system());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void withoutAServerMailStaysHere() {
        assertThat(names("")).containsExactly("mailbox");
    }

    @Test
    void severalServersAreAskedInTheirOrderAndTheMailboxNever() {
        assertThat(names("smtp://a.example.org, smtps://user:secret@b.example.org"))
                .containsExactly("smtp", "smtp-2");
    }

    @Test
    void aWrongAddressIsOneSentenceWithoutThePassword() {
        assertThatThrownBy(() -> names("http://user:secret@mail.example.org"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TCTF_SMTP_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aWrongSenderIsOneSentence() {
        MailSettings settings = new MailSettings(List.of(URI.create("smtp://a.example.org")), "nobody");
        assertThatThrownBy(() -> settings.transports(mailbox, InstantSource.system()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TCTF_MAIL_FROM");
    }

    private List<String> names(String servers) {
        return Settings.read(Map.of("TCTF_SMTP_URL", servers), folder)
                .mail()
                .transports(mailbox, InstantSource.system())
                .inOrder()
                .stream()
                .map(MailTransport::name)
                .toList();
    }
}
