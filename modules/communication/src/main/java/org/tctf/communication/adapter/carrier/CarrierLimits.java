package org.tctf.communication.adapter.carrier;

import java.time.Duration;

/** When a provider is passed over, and for how long. */
public final class CarrierLimits {
    /** How long a provider may take for one mail; then the next one is asked. Three in a row stay below the queue's 45 s. */
    public static final Duration ANSWER = Duration.ofSeconds(10);

    /** How long a provider that failed too often is not asked. */
    public static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    /** So many of the last calls are looked at … */
    static final int WINDOW = 10;

    /** … once there were at least so many. */
    static final int ENOUGH = 5;

    /** Percent of them that may fail. */
    static final int TOLERATED = 50;

    /** So many mails try out whether it works again. */
    static final int TRIALS = 2;

    private CarrierLimits() {}
}
