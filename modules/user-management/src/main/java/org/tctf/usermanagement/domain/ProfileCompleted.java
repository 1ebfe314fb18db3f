package org.tctf.usermanagement.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A profile was complete ({@link Profile#isComplete}) for the first time; it is said once in a member's life. */
@DomainEvent
public record ProfileCompleted(String userId) {}
