package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/**
 * An account has another address.
 *
 * @param undoToken of a link that brings the former one back; absent when this was such an undoing
 */
@DomainEvent
public record EmailChanged(
        String userId,
        EmailAddress email,
        EmailAddress formerEmail,
        @Nullable Encrypted undoToken,
        @Nullable Instant undoableUntil) {}
