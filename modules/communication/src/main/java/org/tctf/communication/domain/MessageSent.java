package org.tctf.communication.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A provider has taken a message. */
@DomainEvent
public record MessageSent(String messageId, String memberId, String template, Channel channel, String provider) {}
