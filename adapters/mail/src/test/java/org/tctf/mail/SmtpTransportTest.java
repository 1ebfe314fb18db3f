package org.tctf.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tctf.contracts.MailTransportContract;
import org.tctf.contracts.ReceivedMime;
import org.tctf.contracts.ScriptedSmtpServer;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

class SmtpTransportTest extends MailTransportContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Mail HELLO = new Mail("1", ADA, "Hello", "text", "<p>text</p>", Map.of());

    private final GreenMail greenMail =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Override
    protected MailTransport transport() {
        return transport("smtp://127.0.0.1:" + greenMail.getSmtp().getPort(), Duration.ofSeconds(5));
    }

    @Override
    protected List<Mail> receivedBy(EmailAddress recipient) {
        return Stream.of(greenMail.getReceivedMessagesForDomain(recipient.value()))
                .map(ReceivedMime::mail)
                .toList();
    }

    @Test
    void theMessageIdComesFromTheMailAndTheSender() throws MessagingException {
        transport().send(HELLO);
        MimeMessage received = greenMail.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo("<1@tctf.example>");
        assertThat(received.getHeader(MimeMail.ID)).containsExactly("1");
        assertThat(received.getFrom()[0]).hasToString("TCTF <no-reply@tctf.example>");
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void itSpeaksTls() {
        Properties trust = new Properties();
        trust.put("mail.smtps.ssl.socketFactory", new DummySSLSocketFactory());
        trust.put("mail.smtps.ssl.checkserveridentity", "false");
        SmtpServer server = SmtpServer.of(smtps());
        new SmtpTransport("smtp", server, "no-reply@tctf.example", Duration.ofSeconds(5), InstantSource.system(), trust)
                .send(HELLO);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatCannotProveItsNameGetsNoMail() {
        assertThatThrownBy(() ->
                        transport(smtps().toString(), Duration.ofSeconds(5)).send(HELLO))
                .isInstanceOf(MailTransport.Unavailable.class);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPasswordOpensTheServerAndAWrongOneIsTheServersTrouble() {
        greenMail.setUser("platform", "p@ss:word+1");
        int port = greenMail.getSmtp().getPort();
        transport("smtp://platform:p%40ss:word+1@127.0.0.1:" + port, Duration.ofSeconds(5))
                .send(HELLO);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> transport("smtp://platform:guessed@127.0.0.1:" + port, Duration.ofSeconds(5))
                        .send(HELLO))
                .isInstanceOf(MailTransport.Unavailable.class)
                .hasMessageNotContaining("guessed");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user", "DATA, 554 no valid recipients", "., 554 looks like spam", "., 552 too large"
    })
    void aFinalAnswerToTheMailRejectsIt(String command, String reply) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().answering(command, reply)) {
            assertThatThrownBy(() -> transport(server.address().toString(), Duration.ofSeconds(5))
                            .send(HELLO))
                    .isInstanceOf(MailTransport.Rejected.class)
                    .hasMessageContaining(reply);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy",
        "GREETING, 554 no mail service here",
        "MAIL, 550 sender not allowed",
        "MAIL, 530 authentication required",
        "RCPT, 450 greylisted",
        "RCPT, 452 mailbox full",
        "., 451 local error",
        "., ''"
    })
    void anyOtherAnswerIsTheServersTrouble(String command, String reply) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().answering(command, reply)) {
            assertThatThrownBy(
                            () -> transport(server.address().toString(), SOON).send(HELLO))
                    .isInstanceOf(MailTransport.Unavailable.class);
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void aSilentServerIsLeftAfterTheTimeout() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().silent()) {
            long begin = System.nanoTime();
            assertThatThrownBy(
                            () -> transport(server.address().toString(), SOON).send(HELLO))
                    .isInstanceOf(MailTransport.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON.multipliedBy(10));
        }
    }

    @Test
    void aClosedPortIsTheServersTrouble() {
        // Nobody listens there: it is tcpmux's, which is not in use any more, and not one that is given out.
        assertThatThrownBy(() -> transport("smtp://127.0.0.1:1", SOON).send(HELLO))
                .isInstanceOf(MailTransport.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"http://mail.example.org", "smtp:mail", "smtp://user@mail.example.org", "mail.example.org"})
    void whatIsNoMailServersAddressIsRefused(URI address) {
        assertThatThrownBy(() -> SmtpServer.of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPasswordNeverCrossesTheNetworkInClear() {
        assertThat(starttlsRequired("smtp://user:secret@mail.example.org")).isEqualTo("true");
        assertThat(starttlsRequired("smtp://user:secret@localhost")).isEqualTo("false");
        assertThat(starttlsRequired("smtp://mail.example.org")).isEqualTo("false");
    }

    @Test
    void aServersTextShowsNoPassword() {
        assertThat(transport("smtp://user:secret@mail.example.org:25", SOON)).hasToString("smtp://mail.example.org:25");
    }

    private static String starttlsRequired(String address) {
        return SmtpServer.of(URI.create(address)).properties(SOON).getProperty("mail.smtp.starttls.required");
    }

    private URI smtps() {
        return URI.create("smtps://127.0.0.1:" + greenMail.getSmtps().getPort());
    }

    private static SmtpTransport transport(String address, Duration timeout) {
        return new SmtpTransport(
                "smtp", URI.create(address), "TCTF <no-reply@tctf.example>", timeout, InstantSource.fixed(NOW));
    }
}
