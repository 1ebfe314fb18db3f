package org.tctf.app.console.trail;

/** What can happen to a message on its way. */
public enum StepKind {
    /** It left its outbox and lies in the queues whose rules matched. */
    PUBLISHED,
    /** A consumer has it now. */
    DELIVERING,
    /** The consumer did it. */
    DONE,
    /** It had been done before; the inbox absorbed it. */
    DUPLICATE,
    /** The consumer doesn't know this version; parked until somebody redrives it. */
    UNKNOWN_VERSION,
    /** The delivery failed; there will be another. */
    FAILED,
    /** Nobody will try it again by itself. */
    DEAD_LETTERED,
    /** A person sent it back into its queue. */
    REDRIVEN,
    /** A person gave it up. */
    DISCARDED;

    /** Whether people look for it: never sampled away. */
    boolean isTrouble() {
        return switch (this) {
            case FAILED, DEAD_LETTERED, UNKNOWN_VERSION, REDRIVEN, DISCARDED -> true;
            case PUBLISHED, DELIVERING, DONE, DUPLICATE -> false;
        };
    }

    /** Whether it ends a delivery that {@link #DELIVERING} began. */
    boolean endsDelivery() {
        return switch (this) {
            case DONE, DUPLICATE, UNKNOWN_VERSION, FAILED, DEAD_LETTERED -> true;
            case PUBLISHED, DELIVERING, REDRIVEN, DISCARDED -> false;
        };
    }
}
