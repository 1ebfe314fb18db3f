package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Progress;

/** How far a campaign is: what was counted and measured, and no guess. */
@Singleton
public class ShowProgress {
    private final Campaigns campaigns;
    private final Lanes lanes;
    private final Engagements engagements;
    private final InstantSource clock;

    public ShowProgress(Campaigns campaigns, Lanes lanes, Engagements engagements, InstantSource clock) {
        this.campaigns = campaigns;
        this.lanes = lanes;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The campaign, and how far it is. */
    public record Standing(Campaign campaign, Progress progress, Engagements.Seen seen) {}

    /** @throws Problem {@code CAMPAIGN_NOT_FOUND} */
    public Standing show(Principal caller, String campaignId) {
        Staff.require(caller);
        Campaign campaign = campaigns.find(campaignId).orElseThrow(() -> ShowCampaign.notFound(campaignId));
        return new Standing(
                campaign, Progress.of(campaign, lanes.of(campaignId), clock.instant()), engagements.of(campaignId));
    }
}
