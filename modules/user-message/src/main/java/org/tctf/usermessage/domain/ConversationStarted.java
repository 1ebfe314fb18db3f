package org.tctf.usermessage.domain;

import java.time.Instant;
import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/** Two members, or a group, can talk now. */
@DomainEvent
public record ConversationStarted(
        String conversationId, Kind kind, String startedBy, List<String> memberIds, Instant startedAt) {}
