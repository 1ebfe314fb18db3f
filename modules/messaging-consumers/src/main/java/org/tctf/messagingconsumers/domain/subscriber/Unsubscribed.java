package org.tctf.messagingconsumers.domain.subscriber;

import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** An address is on a list no more. */
@DomainEvent
public record Unsubscribed(
        String subscriberId,
        String listId,
        @Nullable String memberId,
        Departure reason,
        @Nullable String campaignId) {}
