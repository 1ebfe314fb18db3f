package org.tctf.app.console.trail;

/** Where a message stands in one queue, or an event in all of its queues; the worst counts. */
public enum Status {
    /** No queue's rule matched: a fact that nobody reacts to. */
    UNMATCHED,
    /** Done in every queue. */
    DONE,
    /** Given up by a person. */
    DISCARDED,
    /** In its queue. */
    WAITING,
    /** With its consumer. */
    DELIVERING,
    /** It failed, and will be tried again. */
    RETRYING,
    /** In the dead-letter queue. */
    DEAD;

    static Status after(StepKind step) {
        return switch (step) {
            case PUBLISHED, REDRIVEN -> WAITING;
            case DELIVERING -> DELIVERING;
            case DONE, DUPLICATE -> DONE;
            case FAILED -> RETRYING;
            case UNKNOWN_VERSION, DEAD_LETTERED -> DEAD;
            case DISCARDED -> DISCARDED;
        };
    }

    /** Whether it will change without a person's help. */
    public boolean isPending() {
        return this == WAITING || this == DELIVERING || this == RETRYING;
    }
}
