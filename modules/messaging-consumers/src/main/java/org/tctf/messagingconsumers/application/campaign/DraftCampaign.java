package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Begins a campaign. */
@Singleton
public class DraftCampaign {
    private final Campaigns campaigns;
    private final CampaignPlans plans;
    private final Ids ids;
    private final InstantSource clock;

    public DraftCampaign(Campaigns campaigns, CampaignPlans plans, Ids ids, InstantSource clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code TEMPLATE_NOT_FOUND}, {@code LIST_NOT_FOUND}, {@code SEGMENT_NOT_FOUND} */
    public Campaign draft(Principal caller, CampaignPlans.Plan plan) {
        Staff.require(caller);
        Campaign campaign = Campaign.draft(
                ids.next().toString(),
                plan.name(),
                plan.templateId(),
                plans.audience(plan),
                plan.tracks(),
                clock.instant());
        campaigns.add(campaign);
        return campaign;
    }
}
