package org.tctf.authoauth.domain.provider;

import java.time.Instant;

/**
 * A browser that a member has signed in with.
 *
 * @param sessionId the member's session at the identity provider; the browser's ends with it
 */
public record BrowserSession(String userId, String sessionId, Instant openedAt) {}
