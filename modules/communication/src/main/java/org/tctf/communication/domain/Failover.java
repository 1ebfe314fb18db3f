package org.tctf.communication.domain;

/** A provider that was passed over for a message. */
public record Failover(String provider, Cause cause) {

    /** Why. */
    public enum Cause {
        /** It said no, or could not be reached. */
        UNAVAILABLE,
        /** It did not answer in time. */
        TIMEOUT,
        /** It failed so often lately that it was not even asked. */
        CIRCUIT_OPEN
    }
}
