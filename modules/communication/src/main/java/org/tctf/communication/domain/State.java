package org.tctf.communication.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.delivery.DeliveryReport;

/** What has become of a message. Only one that may still be sent keeps its content. */
public sealed interface State {

    record Queued(Content content) implements State {}

    /**
     * A provider has taken it; whether it was read, nobody knows.
     *
     * @param fate what the provider said of it since; absent while it has said nothing
     */
    record Sent(Instant at, String provider, DeliveryReport.@Nullable Fate fate) implements State {

        public Sent(Instant at, String provider) {
            this(at, provider, null);
        }

        boolean isNews(DeliveryReport.Fate next) {
            return fate == null || next.compareTo(fate) > 0;
        }

        /** Whether it was said before that the message had got there. */
        boolean hasArrived() {
            return fate != null && fate != DeliveryReport.Fate.UNDELIVERED;
        }

        Sent with(DeliveryReport.Fate next) {
            return new Sent(at, provider, next);
        }
    }

    /** It was not sent. Its command, if it lies in the dead-letter queue, can still be redriven. */
    record Failed(Instant at, Reason reason, Content content) implements State {}

    /** Why a message was not sent, or did not arrive. */
    enum Reason {
        /** A provider refused this message for good. */
        REJECTED,
        /** No provider took it in time. */
        OVERDUE,
        /** What it says was no longer true. */
        OUTDATED,
        /** What it was to go to is not there any more. */
        GONE,
        /** It was sent, and did not get there. */
        UNDELIVERED,
        /** It was sent, and the recipient's mail system or carrier refused it for good. */
        BOUNCED
    }
}
