package org.tctf.messagingconsumers.adapter.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.application.campaign.CampaignPlans;
import org.tctf.messagingconsumers.domain.campaign.Audience;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/**
 * @param listIds whoever is on one of them
 * @param segmentId and of these whom the segment takes; absent = all
 * @param tracks whether opens and clicks are counted, of subscribers who agreed to it
 */
record CampaignForm(
        @Size(min = 1, max = Campaign.MAX_NAME) String name,
        @Size(min = 1, max = 64) String templateId,
        @Size(min = 1, max = Audience.MAX_LISTS) List<@Size(min = 1, max = 64) String> listIds,
        @Nullable @Size(min = 1, max = 64) String segmentId,
        @Nullable Boolean tracks) {

    CampaignPlans.Plan plan() {
        return new CampaignPlans.Plan(name, templateId, Set.copyOf(listIds), segmentId, Boolean.TRUE.equals(tracks));
    }
}
