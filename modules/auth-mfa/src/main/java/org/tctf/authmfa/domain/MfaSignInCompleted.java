package org.tctf.authmfa.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session was opened here: after a second factor, or by a passkey. auth-core tells the others of it. */
public record MfaSignInCompleted(
        String userId,
        String sessionId,
        List<String> proofs,
        @Nullable String device,
        List<String> evictedSessions) {

    public MfaSignInCompleted {
        proofs = List.copyOf(proofs);
        evictedSessions = List.copyOf(evictedSessions);
    }
}
