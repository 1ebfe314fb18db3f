package org.tctf.messagingconsumers.domain.campaign;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;

/** A campaign will start at this time. */
@DomainEvent
public record CampaignScheduled(String campaignId, String name, Instant at) {}
