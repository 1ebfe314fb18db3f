package org.tctf.authcore.application;

import java.time.Instant;

/** Port: facts about an account that change nothing in this service's own table. */
public interface SecurityFacts {

    /** Publishes them together, in this order. */
    void happened(String subject, Object... facts);

    /**
     * Publishes a fact, unless one with the same name was published already.
     *
     * @param name of the occurrence, the same at each repetition
     * @param repeatableUntil when the same can no longer be reported again
     */
    void happenedOnce(String name, Instant repeatableUntil, String subject, Object fact);
}
