package org.tctf.authoauth.domain.external;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session was opened with an identity elsewhere. auth-core tells the others of it. */
public record ExternalSignInCompleted(
        String userId,
        String sessionId,
        List<String> proofs,
        @Nullable String device,
        List<String> evictedSessions) {

    public ExternalSignInCompleted {
        proofs = List.copyOf(proofs);
        evictedSessions = List.copyOf(evictedSessions);
    }
}
