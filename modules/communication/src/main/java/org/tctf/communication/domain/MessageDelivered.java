package org.tctf.communication.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** The recipient's mail system has a message. */
@DomainEvent
public record MessageDelivered(String messageId, String memberId, String template, Channel channel, String provider) {}
