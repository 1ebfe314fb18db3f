package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Decision;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Audience;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Changes a campaign that is a draft. */
@Singleton
public class EditCampaign {
    private final Campaigns campaigns;
    private final CampaignPlans plans;

    public EditCampaign(Campaigns campaigns, CampaignPlans plans) {
        this.campaigns = campaigns;
        this.plans = plans;
    }

    /** @throws org.tctf.kernel.Problem {@code CAMPAIGN_NOT_FOUND}, {@code CAMPAIGN_STATE}, {@code VERSION_MISMATCH} */
    public Campaign edit(Principal caller, String campaignId, @Nullable String ifMatch, CampaignPlans.Plan plan) {
        Staff.require(caller);
        Audience audience = plans.audience(plan);
        return campaigns
                .change(campaignId, campaign -> {
                    ETag.check(ifMatch, campaign.version());
                    return Decision.of(campaign.edited(plan.name(), plan.templateId(), audience, plan.tracks()));
                })
                .orElseThrow(() -> ShowCampaign.notFound(campaignId));
    }
}
