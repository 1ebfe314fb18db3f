package org.tctf.kernel.socket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What opens one connection, once, in place of an access token, which a browser could only put into an address.
 *
 * @param url to connect to as it is, the ticket in it
 * @param expiresAt when it can no longer be used
 * @param lasts how long the connection will last, in whole seconds
 */
public record SocketTicket(URI url, Instant expiresAt, long lasts) {
    /** Time to connect in. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    /** The query parameter. */
    public static final String PARAMETER = "ticket";

    @Override
    public String toString() {
        return "SocketTicket[until " + expiresAt + "]";
    }
}
