package org.tctf.messagingconsumers.domain.campaign;

import org.jmolecules.event.annotation.DomainEvent;

/** Everybody whom a campaign was for is through. */
@DomainEvent
public record CampaignSent(
        String campaignId, String name, long recipients, long sent, long failed, long skipped, long unknown) {}
