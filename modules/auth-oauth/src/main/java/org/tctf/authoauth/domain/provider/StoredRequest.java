package org.tctf.authoauth.domain.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that waits: for the browser that brings it (RFC 9126), or for its member at one of our pages.
 *
 * @param isPushed whether the application itself has left it here, and no browser has brought it yet
 */
public record StoredRequest(SignInRequest request, boolean isPushed, Instant since, Instant until) {
    /** How long a pushed request waits for its browser. */
    public static final Duration PUSHED = Duration.ofSeconds(90);

    /** How long a member has for the pages. */
    public static final Duration AT_PAGES = Duration.ofMinutes(30);

    public static StoredRequest pushed(SignInRequest request, Instant now) {
        return new StoredRequest(request, true, now, now.plus(PUSHED));
    }

    public static StoredRequest atPages(SignInRequest request, Instant now) {
        return new StoredRequest(request, false, now, now.plus(AT_PAGES));
    }
}
