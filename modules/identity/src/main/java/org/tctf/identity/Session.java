package org.tctf.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of a member, on one device, until it ends.
 *
 * @param usedAt when its tokens were last refreshed
 * @param expiresAt when it ends unless it is refreshed before; {@link Sessions#LIFE} after it was opened at the latest
 * @param provedAt when its member last proved a credential
 * @param proofs what they proved when it was opened, and since
 * @param device what the client said it is, if it did
 */
public record Session(
        String id,
        Instant openedAt,
        Instant usedAt,
        Instant expiresAt,
        Instant provedAt,
        List<Proof> proofs,
        @Nullable String device) {

    public Session {
        proofs = List.copyOf(proofs);
    }
}
