package org.tctf.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.MailTransportContract;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.mail.Mail;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;

class MailboxTest extends MailTransportContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final EmailAddress BOB = new EmailAddress("bob@example.org");

    @TempDir
    Path folder;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(folder.resolve("mailbox.db"), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Override
    protected Mailbox transport() {
        return mailbox;
    }

    @Override
    protected List<Mail> receivedBy(EmailAddress recipient) {
        return mailbox.newest(recipient, null, 100).stream()
                .map(ReceivedMail::mail)
                .toList();
    }

    @Test
    void theSameMailTwiceIsKeptOnceAndCounted() {
        mailbox.send(mail("1", ADA));
        mailbox.send(mail("1", ADA));
        assertThat(mailbox.newest(ADA, null, 10)).singleElement().satisfies(kept -> {
            assertThat(kept.deliveries()).isEqualTo(2);
            assertThat(kept.at()).isEqualTo(NOW);
        });
    }

    @Test
    void theNewestComesFirstAndPagesFollowEachOther() {
        for (int i = 1; i <= 5; i++) {
            mailbox.send(mail("ada-" + i, ADA));
            mailbox.send(mail("bob-" + i, BOB));
        }
        List<ReceivedMail> first = mailbox.newest(ADA, null, 2);
        assertThat(first).extracting(kept -> kept.mail().id()).containsExactly("ada-5", "ada-4");
        assertThat(mailbox.newest(ADA, first.getLast().number(), 2))
                .extracting(kept -> kept.mail().id())
                .containsExactly("ada-3", "ada-2");
        assertThat(mailbox.newest(null, null, 100)).hasSize(10);
    }

    @Test
    void aMailIsDeliveredUntilSomethingThatWeighsMoreIsSaidOfIt() {
        mailbox.send(mail("1", ADA));
        assertThat(fate("1")).isEqualTo(Fate.DELIVERED);
        mailbox.tell("1", Fate.UNDELIVERED);
        assertThat(fate("1")).isEqualTo(Fate.DELIVERED);
        mailbox.tell("1", Fate.COMPLAINED);
        mailbox.tell("1", Fate.BOUNCED);
        assertThat(fate("1")).isEqualTo(Fate.COMPLAINED);
        mailbox.tell("nothing", Fate.BOUNCED);
    }

    @Test
    void whoHearsOfAMailIsKeptWithIt() {
        mailbox.send(mail("1", ADA).reportedTo("communication"));
        assertThat(mailbox.get("1").orElseThrow().mail().reportsTo()).isEqualTo("communication");
    }

    @Test
    void aMailboxOfAnEarlierVersionKeepsItsMails() {
        Path file = folder.resolve("earlier.db");
        try (SqliteDatabase earlier = SqliteDatabase.open(file, Durability.FULL)) {
            earlier.write(session -> {
                session.execute("""
                        create table mail (
                            number integer primary key autoincrement, id text not null unique, recipient text not null,
                            subject text not null, text text not null, html text, headers text not null,
                            at integer not null, deliveries integer not null default 1)""");
                session.execute("insert into mail (id, recipient, subject, text, headers, at)"
                        + " values ('1', 'ada@example.org', 'Hello', 'text', '', 0)");
                return null;
            });
        }
        for (int times = 0; times < 2; times++) {
            try (Mailbox opened = Mailbox.open(file, InstantSource.fixed(NOW))) {
                assertThat(opened.get("1")).hasValueSatisfying(kept -> {
                    assertThat(kept.fate()).isEqualTo(Fate.DELIVERED);
                    assertThat(kept.mail().reportsTo()).isNull();
                });
            }
        }
    }

    private Fate fate(String id) {
        return mailbox.get(id).orElseThrow().fate();
    }

    @Test
    void oneMailIsFoundByItsId() {
        mailbox.send(mail("1", ADA));
        assertThat(mailbox.get("1")).map(ReceivedMail::mail).contains(mail("1", ADA));
        assertThat(mailbox.get("2")).isEmpty();
    }

    @Test
    void mailsSurviveARestart() {
        mailbox.send(mail("1", ADA));
        mailbox.close();
        open();
        assertThat(receivedBy(ADA)).containsExactly(mail("1", ADA));
    }

    @Test
    void onlyTheNewestAreKept() {
        mailbox.close();
        mailbox = Mailbox.open(folder.resolve("small.db"), InstantSource.fixed(NOW), 3);
        for (int i = 1; i <= 5; i++) {
            mailbox.send(mail("mail-" + i, ADA));
        }
        assertThat(receivedBy(ADA)).extracting(Mail::id).containsExactly("mail-5", "mail-4", "mail-3");
    }

    private static Mail mail(String id, EmailAddress to) {
        return new Mail(id, to, "Hello", "text", "<p>text</p>", Map.of("X-Template", "welcome", "X-Language", "en"));
    }
}
