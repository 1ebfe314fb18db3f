package org.tctf.contracts;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.mail.Mail;

/** Reads a mail as a recipient's program does, and says which {@link Mail} it was. */
public final class ReceivedMime {
    /** Those that a sender adds to a mail to many; the others are the transport's. */
    private static final List<String> OF_LISTS =
            List.of("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Feedback-ID", "Precedence");

    private ReceivedMime() {}

    /** @param source RFC 5322 */
    public static Mail mail(byte[] source) {
        try {
            return mail(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public static Mail mail(MimeMessage received) {
        try {
            String text;
            @Nullable String html = null;
            if (received.getContent() instanceof Multipart parts) {
                text = (String) parts.getBodyPart(0).getContent();
                html = unix((String) parts.getBodyPart(1).getContent());
            } else {
                text = (String) received.getContent();
            }
            Map<String, String> headers = new HashMap<>();
            for (String name : OF_LISTS) {
                String[] values = received.getHeader(name);
                if (values != null) {
                    headers.put(name, MimeUtility.unfold(values[0]));
                }
            }
            return new Mail(
                    received.getHeader("X-Entity-Ref-ID")[0],
                    new EmailAddress(received.getAllRecipients()[0].toString()),
                    received.getSubject(),
                    unix(text),
                    html,
                    headers);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }
}
