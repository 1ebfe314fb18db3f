package org.tctf.authmfa.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key whose private half a member's device or password store has.
 *
 * @param id the credential's, Base64url
 * @param name as its member calls it
 * @param credential its attested credential data (WebAuthn §6.5.1), Base64url
 * @param signCount as it said at its last use; 0 from those that don't count
 * @param backupEligible whether it may be copied to other devices of its member
 * @param backedUp whether it was, at its last use
 * @param transports how a browser reaches it
 */
public record Passkey(
        String id,
        String name,
        String credential,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        Instant createdAt,
        @Nullable Instant usedAt) {

    public Passkey {
        transports = List.copyOf(transports);
    }

    Passkey named(String other) {
        return new Passkey(id, other, credential, signCount, backupEligible, backedUp, transports, createdAt, usedAt);
    }

    Passkey used(long count, boolean isBackedUp, Instant now) {
        return new Passkey(id, name, credential, count, backupEligible, isBackedUp, transports, createdAt, now);
    }

    /** WebAuthn §7.2 step 22: a count that does not grow means that there are two of it. */
    boolean isCloned(long count) {
        return (count != 0 || signCount != 0) && count <= signCount;
    }
}
