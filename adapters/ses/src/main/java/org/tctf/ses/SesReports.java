package org.tctf.ses;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.delivery.DeliveryReport.Told;

/**
 * Reads what SES publishes of mails that {@link SesTransport} sent, as it is on EventBridge's default bus (SES Developer
 * Guide, "Monitoring SES events using Amazon EventBridge" and "Contents of event data that Amazon SES publishes").
 */
public final class SesReports {
    private SesReports() {}

    /**
     * Nothing for an event that says nothing of what became of a mail.
     *
     * @throws IllegalArgumentException when it is not what SES writes, or about a mail that we did not tag
     */
    public static Optional<Told> read(JsonNode event) {
        JsonNode detail = event.path("detail");
        String type = text(detail, "/eventType");
        return fate(type, detail)
                .map(fate -> new Told(
                        text(event, "/id"),
                        time(text(event, "/time")),
                        new DeliveryReport(
                                text(detail, "/mail/tags/%s/0".formatted(SesTransport.TAG)),
                                // Each of our mails has one recipient; how a mail system writes it is its own affair.
                                new EmailAddress(text(detail, "/mail/destination/0")),
                                fate,
                                SesTransport.NAME)));
    }

    private static Optional<Fate> fate(String type, JsonNode detail) {
        return switch (type) {
            case "Delivery" -> Optional.of(Fate.DELIVERED);
            // The others are Transient and Undetermined, after SES has tried for hours.
            case "Bounce" ->
                Optional.of(text(detail, "/bounce/bounceType").equals("Permanent") ? Fate.BOUNCED : Fate.UNDELIVERED);
            case "Complaint" -> complaint(detail.path("complaint"));
            default -> Optional.empty();
        };
    }

    private static Optional<Fate> complaint(JsonNode complaint) {
        // SES did not send it at all, since somebody complained of an earlier one: the reader does not have this one.
        if (complaint.path("complaintSubType").asText().equals("OnAccountSuppressionList")) {
            return Optional.of(Fate.BOUNCED);
        }
        // RFC 6430: somebody took the mail out of their spam.
        return complaint.path("complaintFeedbackType").asText().equals("not-spam")
                ? Optional.empty()
                : Optional.of(Fate.COMPLAINED);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("an event of SES has the time " + text, notATime);
        }
    }

    private static String text(JsonNode node, String path) {
        JsonNode value = node.at(path);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("an event of SES has no " + path);
        }
        return value.asText();
    }
}
