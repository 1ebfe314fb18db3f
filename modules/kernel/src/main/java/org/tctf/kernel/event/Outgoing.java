package org.tctf.kernel.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message in an outbox.
 *
 * @param queue the service's own queue that a command goes to; absent for a fact, which goes wherever a rule matches
 * @param delay before the first delivery, at most 15 minutes as in SQS
 */
public record Outgoing(Envelope envelope, @Nullable String queue, Duration delay) {
    private static final Duration MAX_DELAY = Duration.ofMinutes(15);

    /** @throws IllegalArgumentException when the delay is out of bounds */
    public Outgoing {
        if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "delay %s: use 0 to 15 minutes, and a schedule for more".formatted(delay));
        }
    }

    public static Outgoing fact(Envelope envelope) {
        return new Outgoing(envelope, null, Duration.ZERO);
    }
}
