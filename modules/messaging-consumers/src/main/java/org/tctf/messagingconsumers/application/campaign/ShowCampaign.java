package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** One campaign. */
@Singleton
public class ShowCampaign {
    private final Campaigns campaigns;

    public ShowCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws Problem {@code CAMPAIGN_NOT_FOUND} */
    public Campaign show(Principal caller, String campaignId) {
        Staff.require(caller);
        return campaigns.find(campaignId).orElseThrow(() -> notFound(campaignId));
    }

    static Problem notFound(String campaignId) {
        return Problem.notFound("CAMPAIGN_NOT_FOUND", "There is no campaign %s.".formatted(campaignId));
    }
}
