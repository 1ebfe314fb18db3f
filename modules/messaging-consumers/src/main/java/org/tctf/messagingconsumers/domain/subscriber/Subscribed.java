package org.tctf.messagingconsumers.domain.subscriber;

import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** An address is on a list. */
@DomainEvent
public record Subscribed(
        String subscriberId, String listId, @Nullable String memberId, Source source) {}
