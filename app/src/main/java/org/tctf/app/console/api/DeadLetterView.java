package org.tctf.app.console.api;

import java.time.Instant;
import org.tctf.bus.DeadLetter;

/**
 * A dead letter, without its payload: the event's own view shows that, with secrets hidden.
 *
 * @param attempts how often it was delivered
 * @param error of the last delivery
 */
public record DeadLetterView(
        long id,
        String queue,
        String eventId,
        String type,
        int version,
        String service,
        String correlationId,
        int attempts,
        DeadLetter.Reason reason,
        String error,
        Instant enqueuedAt,
        Instant diedAt) {

    public static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.queue(),
                letter.envelope().id(),
                letter.envelope().type(),
                letter.envelope().version(),
                letter.envelope().source(),
                letter.envelope().correlationId(),
                letter.attempts(),
                letter.reason(),
                letter.error(),
                letter.enqueuedAt(),
                letter.diedAt());
    }
}
