package org.tctf.messagingconsumers.domain.campaign;

/** Command: this campaign's time has come. */
public record BeginCampaign(String campaignId) {}
