package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** A member wants this address: it is to be proved by the code. */
@DomainEvent
public record NewEmailProofRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}
