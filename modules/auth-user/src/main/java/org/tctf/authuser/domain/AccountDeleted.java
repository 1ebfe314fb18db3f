package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** An account is gone for good: whoever keeps something of its member erases it. */
@DomainEvent
public record AccountDeleted(String userId) {}
