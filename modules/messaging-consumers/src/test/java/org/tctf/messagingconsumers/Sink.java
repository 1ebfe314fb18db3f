package org.tctf.messagingconsumers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/** A provider that counts how often it has taken each mail, and does what the test wants before and after. */
final class Sink implements MailTransport {
    final Map<String, Integer> taken = new ConcurrentHashMap<>();
    volatile Consumer<Mail> before = mail -> {};
    volatile Consumer<Mail> after = mail -> {};

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public void send(Mail mail) {
        before.accept(mail);
        taken.merge(mail.id(), 1, Integer::sum);
        after.accept(mail);
    }
}
