package org.tctf.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.tctf.kernel.mail.Mail;

/**
 * A mail as RFC 5322 and MIME want it: text, or text and HTML as alternatives with the better one last (RFC 2046
 * §5.1.4), all in UTF-8.
 */
final class MimeMail extends MimeMessage {
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
