package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.campaign.StartCampaign;
import org.tctf.messagingconsumers.domain.campaign.BeginCampaign;

/** Starts a campaign at its time. */
@Singleton
public class CampaignStarts implements EventConsumer<BeginCampaign> {
    private final StartCampaign startCampaign;

    public CampaignStarts(StartCampaign startCampaign) {
        this.startCampaign = startCampaign;
    }

    @Override
    public void on(BeginCampaign command, Envelope envelope) {
        startCampaign.start(command.campaignId());
    }
}
