package org.tctf.authcore.adapter.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Condition;

/**
 * Who holds a membership name: a pending sign-up for its day, or an accepted one for good.
 *
 * @param email of a pending sign-up, which may take over from itself; absent when the name is held for good
 * @param heldUntil epoch seconds; absent when the name is held for good
 */
record NameClaim(
        String signUpId,
        @Nullable EmailAddress email,
        @Nullable Long heldUntil) {

    static NameClaim of(PendingSignUp pending) {
        return new NameClaim(
                pending.id(), pending.applicant().email(), pending.expiresAt().getEpochSecond());
    }

    static NameClaim forGood(String signUpId) {
        return new NameClaim(signUpId, null, null);
    }

    boolean isFreeFor(EmailAddress other, Instant now) {
        return heldUntil != null && (heldUntil <= now.getEpochSecond() || other.equals(email));
    }

    /** {@link #isFreeFor} as the store checks it at the moment of the write. */
    static Condition freeFor(EmailAddress other, Instant now) {
        return Condition.absent()
                .or(Condition.less("heldUntil", now.getEpochSecond() + 1))
                .or(Condition.equal("email", other.value()));
    }

    static Condition heldBy(String signUpId) {
        return Condition.equal("signUpId", signUpId);
    }
}
