package org.tctf.kernel.socket;

/** Port: which sessions are over. */
@FunctionalInterface
public interface SessionEnds {

    /** Whether a session is known to have ended within the last hour; known everywhere ten seconds after it did. */
    boolean hasEnded(String sessionId);
}
