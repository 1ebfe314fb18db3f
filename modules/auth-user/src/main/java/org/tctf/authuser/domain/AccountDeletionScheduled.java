package org.tctf.authuser.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** A member wants to go; until then they can think better of it. */
@DomainEvent
public record AccountDeletionScheduled(String userId, EmailAddress email, Encrypted cancelToken, Instant deletesAt) {}
