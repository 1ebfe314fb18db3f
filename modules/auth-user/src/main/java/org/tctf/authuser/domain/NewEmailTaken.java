package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.EmailAddress;

/** Somebody wanted an address that this member has: only its owner is told. */
@DomainEvent
public record NewEmailTaken(String userId, EmailAddress email) {}
