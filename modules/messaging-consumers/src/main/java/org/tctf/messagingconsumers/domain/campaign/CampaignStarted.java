package org.tctf.messagingconsumers.domain.campaign;

import org.jmolecules.event.annotation.DomainEvent;

/** A campaign is being sent. */
@DomainEvent
public record CampaignStarted(String campaignId, String name) {}
