package org.tctf.messagingconsumers.domain.campaign;

import org.jmolecules.event.annotation.DomainEvent;

/** A campaign's mail to one subscriber has failed. */
@DomainEvent
public record CampaignMessageFailed(String campaignId, String subscriberId, Recipient.Why reason, int attempts) {}
