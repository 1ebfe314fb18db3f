package org.tctf.communication.adapter.carrier;

import java.time.Duration;

/** How long a provider is waited for; {@link org.tctf.kernel.breaker.Breaker} says when it is passed over. */
public final class CarrierLimits {
    /** How long a provider may take for one mail; then the next one is asked. Three in a row stay below the queue's 45 s. */
    public static final Duration ANSWER = Duration.ofSeconds(10);

    private CarrierLimits() {}
}
