package org.tctf.authadmin.domain;

import java.time.Instant;

/**
 * Wherever somebody was signed in, they are no more; they may sign in again.
 *
 * @param openedUntil sessions opened up to then have ended
 */
public record UserSessionsEnded(String userId, Instant openedUntil) {}
