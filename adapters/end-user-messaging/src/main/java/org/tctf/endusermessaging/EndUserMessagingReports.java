package org.tctf.endusermessaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.delivery.DeliveryReport.Told;

/**
 * Reads what End User Messaging publishes of messages that {@link EndUserMessaging} sent, as it is on EventBridge's default
 * bus (AWS End User Messaging SMS User Guide, "Monitoring with EventBridge" and "Event types for SMS, MMS, and voice").
 */
public final class EndUserMessagingReports {

    private EndUserMessagingReports() {}

    /**
     * Nothing for an event that says nothing of what became of a message.
     *
     * @throws IllegalArgumentException when it is not what AWS writes, or about a message without our context
     */
    public static Optional<Told> read(JsonNode event) {
        JsonNode detail = event.path("detail");
        return detail.path("isFinal").asBoolean()
                ? fate(text(detail, "/eventType"))
                        .map(fate -> new Told(
                                text(event, "/id"),
                                time(text(event, "/time")),
                                new DeliveryReport(
                                        text(detail, "/context/" + EndUserMessaging.CONTEXT),
                                        fate,
                                        EndUserMessaging.NAME)))
                : Optional.empty();
    }

    private static Optional<Fate> fate(String type) {
        return switch (type) {
            // Which of the two is the last word of a text depends on the country. A completed call was answered,
            // perhaps
            // by a machine.
            case "TEXT_DELIVERED", "TEXT_SUCCESSFUL", "VOICE_COMPLETED" -> Optional.of(Fate.DELIVERED);
            case "TEXT_UNREACHABLE",
                    "TEXT_CARRIER_UNREACHABLE",
                    "TEXT_TTL_EXPIRED",
                    "VOICE_BUSY",
                    "VOICE_NO_ANSWER",
                    "VOICE_FAILED",
                    "VOICE_TTL_EXPIRED" -> Optional.of(Fate.UNDELIVERED);
            case "TEXT_INVALID",
                    "TEXT_INVALID_MESSAGE",
                    "TEXT_BLOCKED",
                    "TEXT_CARRIER_BLOCKED",
                    "TEXT_PROTECT_BLOCKED",
                    "TEXT_SPAM" -> Optional.of(Fate.BOUNCED);
            // TEXT_UNKNOWN: the carrier has said nothing in 72 hours, so nothing is known. Most of them have arrived.
            default -> Optional.empty();
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("an event of End User Messaging has the time " + text, notATime);
        }
    }

    private static String text(JsonNode node, String path) {
        JsonNode value = node.at(path);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("an event of End User Messaging has no " + path);
        }
        return value.asText();
    }
}
