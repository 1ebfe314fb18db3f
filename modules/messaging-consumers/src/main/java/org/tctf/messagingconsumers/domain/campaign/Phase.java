package org.tctf.messagingconsumers.domain.campaign;

import java.time.Instant;

/** How far a campaign is. */
public sealed interface Phase {

    /** Being written. */
    record Draft() implements Phase {}

    /** Starts at this time. */
    record Scheduled(Instant at) implements Phase {}

    /** Its audience is being frozen, and written to. */
    record Sending(Instant since) implements Phase {}

    /** Nothing goes out, except what was being handed over. */
    record Paused(Instant since) implements Phase {}

    /** Everybody is through. */
    record Sent(Instant at) implements Phase {}

    /** Nothing goes out any more. */
    record Cancelled(Instant at) implements Phase {}

    /** As it is called. */
    default String word() {
        return switch (this) {
            case Draft d -> "DRAFT";
            case Scheduled s -> "SCHEDULED";
            case Sending s -> "SENDING";
            case Paused p -> "PAUSED";
            case Sent s -> "SENT";
            case Cancelled c -> "CANCELLED";
        };
    }
}
