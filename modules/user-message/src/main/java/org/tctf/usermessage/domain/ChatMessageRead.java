package org.tctf.usermessage.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;

/** A member has read all messages up to this one. */
@DomainEvent
public record ChatMessageRead(String conversationId, String memberId, long upTo, Instant readAt) {}
