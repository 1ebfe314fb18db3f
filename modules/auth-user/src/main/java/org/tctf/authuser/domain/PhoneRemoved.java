package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member has taken their number away. */
@DomainEvent
public record PhoneRemoved(String userId) {}
