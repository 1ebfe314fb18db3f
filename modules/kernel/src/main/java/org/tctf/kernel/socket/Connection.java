package org.tctf.kernel.socket;

import java.time.Duration;
import java.time.Instant;

/**
 * A device of a member that is connected.
 *
 * @param id the gateway's; no client can choose or guess it
 * @param sessionId the session that it was opened with, and ends with
 */
public record Connection(String id, String memberId, String sessionId, Instant openedAt) {
    /**
     * How long one lasts, within API Gateway's two hours. Not longer than an access token (an hour), because an ended session
     * is only remembered for as long as a token of it could be good.
     */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** Without a message either way, the gateway closes it then (API Gateway quotas, "Idle Connection Timeout"). */
    public static final Duration IDLE = Duration.ofMinutes(10);

    /** When it has to be opened again. */
    public Instant closesAt() {
        return openedAt.plus(LIFETIME);
    }
}
