package org.tctf.communication.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A message was not sent, or did not arrive. If it does after all, later, a MESSAGE_SENT or MESSAGE_DELIVERED follows. */
@DomainEvent
public record MessageFailed(String messageId, String memberId, String template, Channel channel, State.Reason reason) {}
