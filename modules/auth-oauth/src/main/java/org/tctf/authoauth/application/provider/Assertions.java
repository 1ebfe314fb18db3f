package org.tctf.authoauth.application.provider;

import java.time.Instant;

/** Port: the signed proofs that applications have used (RFC 7523 §3, {@code jti}). */
@FunctionalInterface
public interface Assertions {

    /**
     * Takes note of one.
     *
     * @param until when it is refused for its age anyway
     * @return false when it was used before
     */
    boolean use(String clientId, String id, Instant until);
}
