package org.tctf.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.tctf.kernel.mail.Mail;

/**
 * A mail as RFC 5322 and MIME want it: text, or text and HTML as alternatives with the better one last (RFC 2046
 * §5.1.4), all in UTF-8. Its id is in two headers: some providers write a Message-ID of their own.
 */
public final class MimeMail extends MimeMessage {
    /** Carries {@link Mail#id()} whatever way the mail goes. */
    public static final String ID = "X-Entity-Ref-ID";

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    MimeMail(Session session, InternetAddress sender, Mail mail, Instant now) throws MessagingException {
        super(session);
        String address = sender.getAddress();
        this.messageId = "<%s@%s>".formatted(mail.id(), address.substring(address.lastIndexOf('@') + 1));
        setFrom(sender);
        setRecipients(RecipientType.TO, mail.to().value());
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(now));
        // RFC 3834 §5: no holiday notice shall answer an automatic mail.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader(ID, mail.id());
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            setHeader(header.getKey(), header.getValue());
        }
        if (mail.html() == null) {
            setText(mail.text(), UTF_8, "plain");
        } else {
            setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        }
        saveChanges();
    }

    /**
     * The whole mail as it goes over a wire.
     *
     * @param sender what stands in From: {@code TCTF <no-reply@example.org>}
     * @throws IllegalArgumentException when the sender is no address
     * @throws MessagingException when it cannot be written
     */
    public static byte[] bytes(String sender, Mail mail, Instant now) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new MimeMail(Session.getInstance(new Properties()), address(sender), mail, now).writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory refused a byte", impossible);
        }
        return bytes.toByteArray();
    }

    static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException notOne) {
            throw new IllegalArgumentException("'%s' is not an address to send from or to".formatted(text), notOne);
        }
    }

    /** Called by {@link #saveChanges()}: a copy of the same mail must carry the same id. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }
}
