package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Starts a campaign whose time has come; does nothing for one that has started, or was called off. */
@Singleton
public class StartCampaign {
    private final Campaigns campaigns;
    private final InstantSource clock;

    public StartCampaign(Campaigns campaigns, InstantSource clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public void start(String campaignId) {
        campaigns.start(campaignId, campaign -> campaign.start(clock.instant()), clock.instant());
    }
}
