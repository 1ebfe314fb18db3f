package org.tctf.app.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.embedded.LocalReports;
import org.tctf.kernel.Problem;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.mail.Mail;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;

/** Has the mailbox say of a mail, as a provider would some time later, that it came back or was called spam. */
@ConsoleOnly
@Singleton
public final class Postmark {
    private final @Nullable Mailbox mailbox;
    private final LocalReports reports;

    /** @param mailbox absent when mail leaves by a provider */
    Postmark(@Nullable Mailbox mailbox, LocalReports reports) {
        this.mailbox = mailbox;
        this.reports = reports;
    }

    /** What may be said besides that it was delivered: what the mail's sender asks for; nothing of what is no mail. */
    public List<Fate> choices(Letter letter) {
        return mailbox == null
                ? List.of()
                : mailbox.get(letter.id()).stream().flatMap(this::choices).toList();
    }

    /** @throws Problem {@code MAIL_NOT_FOUND}, {@code NOT_ASKED_FOR} */
    public void say(String mailId, Fate fate) {
        if (mailbox == null) {
            throw Letterbox.notFound(mailId);
        }
        Mail mail = mailbox.get(mailId)
                .orElseThrow(() -> Letterbox.notFound(mailId))
                .mail();
        if (!reports.askedOf(mail).contains(fate)) {
            throw Problem.conflict(
                    "NOT_ASKED_FOR",
                    "Whoever sent mail %s does not ask whether it was %s: its definition's hearsOfDeliveries says what it hears."
                            .formatted(mailId, fate));
        }
        reports.report(mail, fate, mailbox.name());
        mailbox.tell(mailId, fate);
    }

    private Stream<Fate> choices(ReceivedMail received) {
        return reports.askedOf(received.mail()).stream()
                .filter(fate -> fate != Fate.DELIVERED)
                .sorted();
    }
}
