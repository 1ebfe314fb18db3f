package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Decision;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Calls a campaign off for good; what a worker has begun still goes out. Again is harmless. */
@Singleton
public class CancelCampaign {
    private final Campaigns campaigns;
    private final InstantSource clock;

    public CancelCampaign(Campaigns campaigns, InstantSource clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code CAMPAIGN_NOT_FOUND}, {@code CAMPAIGN_STATE} */
    public Campaign cancel(Principal caller, String campaignId) {
        Staff.require(caller);
        return campaigns
                .change(campaignId, campaign -> Decision.of(campaign.cancel(clock.instant())))
                .orElseThrow(() -> ShowCampaign.notFound(campaignId));
    }
}
