package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * Somebody does not know any more what they sign in with. Said also of names that nobody has, without member and address,
 * so that both are the same work.
 */
@DomainEvent
public record UsernameRecoveryRequested(
        @Nullable String userId, @Nullable EmailAddress email) {}
