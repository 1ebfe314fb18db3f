package org.tctf.blueprint;

import java.time.Duration;

/**
 * The relay's second way: now and then it looks for messages that its stream has not brought it (a relay that was broken
 * for longer than the stream's 24 hours), so that nothing lies in an outbox for ever.
 */
public final class Sweep {
    /** The schedule's. */
    public static final String NAME = "sweep";

    /** How often. */
    public static final Duration EVERY = Duration.ofMinutes(15);

    /** Younger messages are still on their way. */
    public static final Duration OLDER_THAN = Duration.ofMinutes(5);

    /** The field that tells it from a batch of the stream. */
    public static final String FIELD = "sweep";

    /** What the scheduler sends to the relay's function. */
    public static final String EVENT = "{\"" + FIELD + "\":true}";

    private Sweep() {}
}
