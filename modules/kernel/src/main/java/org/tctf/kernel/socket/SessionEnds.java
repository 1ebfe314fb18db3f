package org.tctf.kernel.socket;

import java.time.Instant;

/** Port: which sessions are over. */
@FunctionalInterface
public interface SessionEnds {

    /**
     * Whether a session is known to have ended within the last hour, or everybody's since a moment; known everywhere ten seconds
     * after it did.
     *
     * @param since when what asks was begun in the session
     */
    boolean hasEnded(String sessionId, Instant since);
}
