package org.tctf.embedded;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.mail.SmtpTransport;

/**
 * Where mail goes.
 *
 * @param servers {@code smtp://user:password@host:587} or {@code smtps://…}, in the order in which they are asked; none =
 *     the mailbox on this machine
 * @param sender {@code TCTF <no-reply@tctf.example>}
 */
public record MailSettings(List<URI> servers, String sender) {
    /** All mail stays in the mailbox. */
    public static final MailSettings MAILBOX = new MailSettings(List.of(), "TCTF <no-reply@localhost>");

    /** For each step; the sender has a limit for the whole as well. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    public MailSettings {
        servers = List.copyOf(servers);
    }

    MailTransports transports(MailTransport mailbox, InstantSource clock) {
        if (servers.isEmpty()) {
            return new MailTransports(List.of(mailbox));
        }
        List<MailTransport> transports = new ArrayList<>();
        for (URI server : servers) {
            String name = transports.isEmpty() ? "smtp" : "smtp-" + (transports.size() + 1);
            transports.add(transport(name, server, clock));
        }
        return new MailTransports(transports);
    }

    private SmtpTransport transport(String name, URI server, InstantSource clock) {
        try {
            return new SmtpTransport(name, server, sender, TIMEOUT, clock);
        } catch (IllegalArgumentException wrong) {
            throw new CannotStart("TCTF_SMTP_URL or TCTF_MAIL_FROM is wrong: %s".formatted(wrong.getMessage()), wrong);
        }
    }
}
