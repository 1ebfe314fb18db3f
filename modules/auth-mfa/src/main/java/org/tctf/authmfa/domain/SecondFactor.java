package org.tctf.authmfa.domain;

import org.tctf.kernel.Problem;

/**
 * A member's second factor: {@link Off} → {@link Prepared} → {@link Enabling} → {@link On} → {@link Disabling} → off. The
 * two in between wait for the identity provider, which decides at sign-in whether one factor is enough.
 */
public sealed interface SecondFactor permits Off, Prepared, Usable {

    String userId();

    /** Grows with every change; 0 before the first. */
    long version();

    /** Whether the provider is to ask for it. */
    boolean isNeeded();

    /** The state once the provider has been told {@link #isNeeded}, with the fact that this makes. */
    default Ruling<SecondFactor> settled() {
        return Ruling.nothing(this, this);
    }

    /** @throws Problem {@code MFA_NOT_ENABLED} */
    default Usable usable() {
        throw Problem.conflict("MFA_NOT_ENABLED", "No second factor is turned on; set one up first.");
    }

    /** @throws Problem {@code MFA_ALREADY_ENABLED} */
    default void requireUnused() {}

    /** What the member has before they set anything up. */
    static SecondFactor of(String userId) {
        return new Off(userId, 0);
    }
}
