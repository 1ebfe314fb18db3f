package org.tctf.communication.domain;

import java.time.Instant;

/** What has become of a message. Only one that may still be sent keeps its content. */
public sealed interface State {

    record Queued(Content content) implements State {}

    /** A provider has taken it; whether it was read, nobody knows. */
    record Sent(Instant at, String provider) implements State {}

    /** It was not sent. Its command, if it lies in the dead-letter queue, can still be redriven. */
    record Failed(Instant at, Reason reason, Content content) implements State {}

    /** Why a message was not sent. */
    enum Reason {
        /** A provider refused this mail for good. */
        REJECTED,
        /** No provider took it in time. */
        OVERDUE,
        /** What it says was no longer true. */
        OUTDATED
    }
}
