package org.tctf.usermanagement.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member is gone, with all that was known of them; whoever keeps anything of this member erases it too. */
@DomainEvent
public record UserErased(String userId) {}
