package org.tctf.app.simulation;

import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/** A process's way to the mailbox, which is elsewhere: what it has taken, it has. */
final class WatchedMailbox implements MailTransport {
    private final MailTransport mailbox;
    private final Writes writes;
    private final Turns turns;

    WatchedMailbox(MailTransport mailbox, Writes writes, Turns turns) {
        this.mailbox = mailbox;
        this.writes = writes;
        this.turns = turns;
    }

    @Override
    public String name() {
        return mailbox.name();
    }

    @Override
    public void send(Mail mail) {
        writes.write("mail to " + mail.to().value(), () -> {
            mailbox.send(mail);
            turns.mailed(mail.id());
        });
    }
}
