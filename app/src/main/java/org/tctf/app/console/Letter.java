package org.tctf.app.console;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.mail.ReceivedMail;
import org.tctf.phone.ReceivedMessage;

/**
 * Something that came to this machine instead of to somebody: a mail, a text message, a call.
 *
 * @param channel {@code EMAIL}, {@code SMS} or {@code CALL}
 * @param subject of a mail; of the others their first words
 * @param deliveries how often it came
 * @param html of a mail that has any
 * @param headers of a mail; of a call the language that it is read out in
 * @param sender the service that hears what becomes of a mail; absent where none asks
 * @param fate what has been said of a mail; absent where nobody hears it
 */
public record Letter(
        String id,
        String channel,
        String to,
        String subject,
        Instant at,
        int deliveries,
        String text,
        @Nullable String html,
        Map<String, String> headers,
        @Nullable String sender,
        @Nullable Fate fate) {
    private static final int FIRST_WORDS = 60;

    static Letter of(ReceivedMail received) {
        Mail mail = received.mail();
        return new Letter(
                mail.id(),
                "EMAIL",
                mail.to().value(),
                mail.subject(),
                received.at(),
                received.deliveries(),
                mail.text(),
                mail.html(),
                mail.headers(),
                mail.reportsTo(),
                mail.reportsTo() == null ? null : received.fate());
    }

    static Letter of(ReceivedMessage received) {
        PhoneMessage message = received.message();
        String text = message.text();
        return new Letter(
                message.id(),
                message.medium().name(),
                message.to().value(),
                text.length() <= FIRST_WORDS ? text : text.substring(0, FIRST_WORDS) + "…",
                received.at(),
                received.deliveries(),
                text,
                null,
                Map.of("Content-Language", message.language().toLanguageTag()),
                null,
                null);
    }
}
