package org.tctf.messagingconsumers.domain.subscriber;

import org.jmolecules.event.annotation.DomainEvent;

/** An address is not written to any more. */
@DomainEvent
public record RecipientSuppressed(String subscriberId, Suppression.Reason reason) {}
