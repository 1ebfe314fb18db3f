package org.tctf.__package__.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member has added an entry. */
@DomainEvent
public record __Name__EntryAdded(String entryId, String ownerId) {}
