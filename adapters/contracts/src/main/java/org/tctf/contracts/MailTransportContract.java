package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/** What every {@link MailTransport} promises. */
public abstract class MailTransportContract {
    protected static final EmailAddress ADA = new EmailAddress("ada@example.org");

    /** The one under test; the same at every call. */
    protected abstract MailTransport transport();

    /** What lies in the recipient's box now, in no order; line ends as {@code \n}. */
    protected abstract List<Mail> receivedBy(EmailAddress recipient);

    @Test
    void aMailArrivesAsItWasSent() {
        Mail mail = new Mail(
                UUID.randomUUID().toString(),
                ADA,
                "Žluťoučký kůň 🐎 & <b>co</b>",
                "Ahoj\n\nVáš kód: 123456\n.\nEnd of line",
                "<p>Ahoj <b>ß</b> 🐎</p>",
                Map.of("List-Unsubscribe", "<https://example.org/u/1>"));
        transport().send(mail);
        assertThat(receivedBy(ADA)).containsExactly(mail);
    }

    @Test
    void aMailMayBeTextOnly() {
        Mail mail = new Mail(UUID.randomUUID().toString(), ADA, "Plain", "text", null, Map.of());
        transport().send(mail);
        assertThat(receivedBy(ADA)).containsExactly(mail);
    }

    @Test
    void aMailReachesOnlyItsRecipient() {
        transport().send(new Mail(UUID.randomUUID().toString(), ADA, "Hello", "text", null, Map.of()));
        assertThat(receivedBy(new EmailAddress("bob@example.org"))).isEmpty();
    }

    @Test
    void aSecondCopyIsRecognisableByItsId() {
        Mail mail = new Mail(UUID.randomUUID().toString(), ADA, "Hello", "text", null, Map.of());
        transport().send(mail);
        transport().send(mail);
        assertThat(receivedBy(ADA)).extracting(Mail::id).containsOnly(mail.id());
    }

    @Test
    void manyMaySendAtOnce() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .mapToObj(i -> new Mail("mail-" + i, ADA, "Hello " + i, "text", null, Map.of()))
                    .forEach(mail -> threads.submit(() -> transport().send(mail)));
        }
        assertThat(receivedBy(ADA)).extracting(Mail::id).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void itHasANameToShow() {
        assertThat(transport().name()).matches("[a-z][a-z0-9-]*");
    }
}
