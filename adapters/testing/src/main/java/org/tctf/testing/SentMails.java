package org.tctf.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.mail.Mail;
import org.tctf.localaws.FakeSes;
import org.tctf.mail.ReceivedMail;
import org.tctf.ses.SesTransport;

/** The mails that SES took, read as their receivers read them. */
final class SentMails {
    private final FakeSes ses;
    private int forgotten;

    SentMails(FakeSes ses) {
        this.ses = ses;
    }

    /** Empties all boxes. */
    void forget() {
        forgotten = ses.delivered().size();
    }

    /** Each once, oldest first, with the number of times that it was sent. */
    List<ReceivedMail> all() {
        Map<String, ReceivedMail> byId = new LinkedHashMap<>();
        List<FakeSes.Delivered> taken = ses.delivered();
        for (FakeSes.Delivered delivered : taken.subList(forgotten, taken.size())) {
            String id = delivered.tags().getOrDefault(SesTransport.TAG, "");
            ReceivedMail before = byId.get(id);
            byId.put(
                    id,
                    before == null
                            ? new ReceivedMail(byId.size() + 1L, read(id, delivered), delivered.at(), 1)
                            : new ReceivedMail(before.number(), before.mail(), before.at(), before.deliveries() + 1));
        }
        return List.copyOf(byId.values());
    }

    private static Mail read(String id, FakeSes.Delivered delivered) {
        try {
            MimeMessage mime = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(delivered.source()));
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : Collections.list(mime.getAllHeaders())) {
                if (header.getName().startsWith("List-") || header.getName().startsWith("X-")) {
                    headers.put(header.getName(), header.getValue());
                }
            }
            return new Mail(
                    id,
                    new EmailAddress(delivered.recipients().getFirst()),
                    mime.getSubject(),
                    String.valueOf(part(mime, "text/plain")),
                    part(mime, "text/html"),
                    headers);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("SES took a mail that nobody can read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
