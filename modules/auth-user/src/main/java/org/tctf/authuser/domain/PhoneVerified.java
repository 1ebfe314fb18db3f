package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;
import org.tctf.kernel.PhoneNumber;

/** A member has proved a number; it takes the place of the one before. */
@DomainEvent
public record PhoneVerified(String userId, PhoneNumber number) {}
