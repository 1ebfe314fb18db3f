package org.tctf.communication.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A message went by another provider than the one whose turn it was. */
@DomainEvent
public record ProviderFailedOver(String messageId, Channel channel, String from, String to, Failover.Cause cause) {}
