package org.tctf.communication.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A message was not sent. If it leaves after all, later, a MESSAGE_SENT follows. */
@DomainEvent
public record MessageFailed(String messageId, String memberId, String template, Channel channel, State.Reason reason) {}
