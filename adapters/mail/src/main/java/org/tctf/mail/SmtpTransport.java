package org.tctf.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;

/**
 * Hands mails to one SMTP server (RFC 5321), a connection for each. A 5xx answer to a recipient or to the content is
 * final; everything else, also a refused log-in or sender, is this server's trouble and not the mail's.
 *
 * <p>The timeout is for each step (connect, each read, each write). Safe for concurrent use.
 */
public final class SmtpTransport implements MailTransport {
    private final String name;
    private final SmtpServer server;
    private final InternetAddress sender;
    private final InstantSource clock;
    private final Session session;

    /**
     * @param name as it is shown; of several servers each has its own
     * @param address as {@code smtp://user:password@host:port} or {@code smtps://…}
     * @param sender what stands in From and in the envelope: {@code TCTF <no-reply@example.org>}
     * @throws IllegalArgumentException when the address or the sender is not one
     */
    public SmtpTransport(String name, URI address, String sender, Duration timeout, InstantSource clock) {
        this(name, SmtpServer.of(address), sender, timeout, clock, new Properties());
    }

    SmtpTransport(
            String name, SmtpServer server, String sender, Duration timeout, InstantSource clock, Properties more) {
        this.name = name;
        this.server = server;
        this.clock = clock;
        this.sender = MimeMail.address(sender);
        Properties properties = server.properties(timeout);
        properties.putAll(more);
        this.session = Session.getInstance(properties);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Mail mail) {
        try (Transport transport = session.getTransport(server.protocol())) {
            connect(transport);
            transport.sendMessage(
                    new MimeMail(session, sender, mail, clock.instant()),
                    new Address[] {MimeMail.address(mail.to().value())});
        } catch (MessagingException failed) {
            throw meaning(failed);
        }
    }

    /** What goes wrong here goes wrong before the server could have taken anything. */
    private void connect(Transport transport) {
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (MessagingException failed) {
            throw new Unavailable(name, failed);
        }
    }

    // Angus chains what the server said to each command (MessagingException.getNextException). MAIL names the sender,
    // and
    // its refusal says nothing about this mail. Where the server said nothing at all, it may have taken the mail.
    private RuntimeException meaning(MessagingException failure) {
        boolean hasAnswered = false;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            switch (e) {
                case SMTPAddressFailedException recipient
                when recipient.getReturnCode() >= 500 -> {
                    return new Rejected(name, said(e), true);
                }
                case SMTPSendFailedException mail
                when mail.getReturnCode() >= 500 && !mail.getCommand().startsWith("MAIL") -> {
                    return new Rejected(name, said(e));
                }
                case SMTPAddressFailedException recipient -> hasAnswered |= recipient.getReturnCode() >= 400;
                case SMTPSendFailedException mail -> hasAnswered |= mail.getReturnCode() >= 400;
                default -> {}
            }
        }
        return hasAnswered ? new Unavailable(name, failure) : new Uncertain(name, failure);
    }

    private static String said(Exception answer) {
        return String.valueOf(answer.getMessage()).strip();
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
