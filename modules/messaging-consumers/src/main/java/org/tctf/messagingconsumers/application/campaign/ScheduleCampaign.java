package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.application.subscriber.Segments;
import org.tctf.messagingconsumers.application.template.Templates;
import org.tctf.messagingconsumers.domain.campaign.Audience;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Segment;
import org.tctf.messagingconsumers.domain.template.Template;

/** Sets a campaign's start, at a time or now; from then on it says what the template's newest publication says. */
@Singleton
public class ScheduleCampaign {
    private final Campaigns campaigns;
    private final Templates templates;
    private final Segments segments;
    private final InstantSource clock;

    public ScheduleCampaign(Campaigns campaigns, Templates templates, Segments segments, InstantSource clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.segments = segments;
        this.clock = clock;
    }

    /**
     * @param at absent = now
     * @throws Problem {@code CAMPAIGN_NOT_FOUND}, {@code CAMPAIGN_STATE}, {@code TEMPLATE_NOT_PUBLISHED}, {@code
     *     CAMPAIGN_IN_THE_PAST}
     */
    public Campaign schedule(Principal caller, String campaignId, @Nullable Instant at) {
        Staff.require(caller);
        Instant now = clock.instant();
        return campaigns
                .change(
                        campaignId,
                        campaign -> campaign.schedule(
                                templates
                                        .find(campaign.templateId())
                                        .map(Template::published)
                                        .orElse(0),
                                rule(campaign.audience()),
                                at == null ? now : at,
                                now))
                .orElseThrow(() -> ShowCampaign.notFound(campaignId));
    }

    private Rule rule(Audience audience) {
        String segmentId = audience.segmentId();
        return segmentId == null
                ? audience.rule()
                : segments.find(segmentId).map(Segment::rule).orElse(audience.rule());
    }
}
