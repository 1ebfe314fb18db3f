package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** A member wants another address: the present one is to confirm it, or to call it off. */
@DomainEvent
public record EmailChangeRequested(
        String userId, EmailAddress email, Encrypted code, Encrypted cancelToken, Instant expiresAt) {}
