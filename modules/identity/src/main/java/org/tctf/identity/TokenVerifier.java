package org.tctf.identity;

import java.time.Instant;
import org.tctf.kernel.Problem;

/** Port: proves an access token. */
public interface TokenVerifier {

    /**
     * Who the token belongs to.
     *
     * @param accessToken the compact JWT, without {@code Bearer}
     * @throws Problem {@code UNAUTHENTICATED} kind: {@code TOKEN_EXPIRED}, or {@code INVALID_TOKEN} for anything else that
     *     is wrong with it (RFC 8725 §3: one algorithm, issuer, audience, type, times are all checked)
     */
    Principal verify(String accessToken);

    /**
     * Whether this process has proven the token before, so that {@link #verify} spends no cryptography on it. It may have
     * expired or been ended since; and {@code false} is always a true answer.
     */
    default boolean knows(String accessToken) {
        return false;
    }

    /**
     * Whether a session is known to have ended within the last hour, or everybody's since a moment; known everywhere ten seconds
     * after it did.
     *
     * @param since when what asks was begun in the session
     */
    boolean hasEnded(String sessionId, Instant since);
}
