package org.tctf.blueprint;

/**
 * The queues' function's second task: when an alarm that told of failing deliveries has gone off again, it sends dead
 * letters back that died of the same cause.
 */
public final class Redrive {
    /** The field that tells it from a batch. */
    public static final String FIELD = "redrive";

    /** What EventBridge sends to the queues' function. */
    public static final String EVENT = "{\"" + FIELD + "\":true}";

    private Redrive() {}
}
