package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.crypto.Encrypted;

/** A member says that this number is theirs: it is to be proved by the code. */
@DomainEvent
public record PhoneVerificationRequested(
        String userId, PhoneNumber number, PhoneChannel channel, Encrypted code, Instant expiresAt) {}
