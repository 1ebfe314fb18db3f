package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Lets a paused campaign go on where it stopped. Again is harmless. */
@Singleton
public class ResumeCampaign {
    private final Campaigns campaigns;
    private final Lanes lanes;
    private final InstantSource clock;

    public ResumeCampaign(Campaigns campaigns, Lanes lanes, InstantSource clock) {
        this.campaigns = campaigns;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code CAMPAIGN_NOT_FOUND}, {@code CAMPAIGN_STATE} */
    public Campaign resume(Principal caller, String campaignId) {
        Staff.require(caller);
        Campaign before = campaigns.find(campaignId).orElseThrow(() -> ShowCampaign.notFound(campaignId));
        Campaign after = before.resume(clock.instant());
        return after.equals(before) ? before : campaigns.resume(before, after, lanes.of(campaignId));
    }
}
