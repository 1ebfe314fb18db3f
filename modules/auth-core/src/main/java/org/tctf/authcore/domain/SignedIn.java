package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.identity.Proof;

/**
 * A session is open.
 *
 * @param method the first proof
 * @param secondFactor the second one, where there was one
 */
public record SignedIn(
        String userId,
        String sessionId,
        Proof method,
        @Nullable Proof secondFactor,
        @Nullable String device) {}
