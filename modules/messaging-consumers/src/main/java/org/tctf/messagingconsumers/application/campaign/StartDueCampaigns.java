package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Starts the campaigns whose time has come. */
@Singleton
public class StartDueCampaigns implements Runnable {
    private static final int AT_ONCE = 20;

    private final Campaigns campaigns;
    private final StartCampaign startCampaign;
    private final InstantSource clock;

    public StartDueCampaigns(Campaigns campaigns, StartCampaign startCampaign, InstantSource clock) {
        this.campaigns = campaigns;
        this.startCampaign = startCampaign;
        this.clock = clock;
    }

    @Override
    public void run() {
        campaigns.due(clock.instant(), AT_ONCE).forEach(campaign -> startCampaign.start(campaign.campaignId()));
    }
}
