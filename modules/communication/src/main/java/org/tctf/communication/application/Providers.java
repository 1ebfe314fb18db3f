package org.tctf.communication.application;

import java.util.List;

/** Port: how the mail providers are doing. */
public interface Providers {

    /** In the order in which they are asked. */
    List<Health> health();

    /** @param failureRate percent of the last calls, once there were enough to say; -1 before */
    record Health(String provider, Circuit circuit, double failureRate, int calls) {}

    /** A provider's circuit breaker. */
    enum Circuit {
        /** It is asked. */
        CLOSED,
        /** It failed too often and is left alone for a while. */
        OPEN,
        /** It is tried with a few mails. */
        HALF_OPEN
    }
}
