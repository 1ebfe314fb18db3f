package org.tctf.communication.application;

import java.util.List;

/** Port: how the providers of one kind are doing. */
public interface Providers {

    /** In the order in which they are asked. */
    List<Health> health();

    /** @param failures in a row, up to now */
    record Health(String provider, Circuit circuit, int failures) {}

    /** A provider's circuit breaker. */
    enum Circuit {
        /** It is asked. */
        CLOSED,
        /** It failed too often and is left alone for a while, or is being tried with one message. */
        OPEN,
        /** The next message tries it. */
        HALF_OPEN
    }
}
