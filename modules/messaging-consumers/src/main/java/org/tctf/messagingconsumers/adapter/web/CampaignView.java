package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Phase;

/**
 * @param publication of the template, that is sent; 0 = not chosen yet
 * @param since when it got into its state; when it starts, of one that is scheduled; absent for a draft
 */
record CampaignView(
        String campaignId,
        String name,
        String templateId,
        int publication,
        List<String> listIds,
        @Nullable String segmentId,
        boolean tracks,
        String state,
        @Nullable Instant since,
        Instant createdAt,
        long version) {

    static CampaignView of(Campaign campaign) {
        return new CampaignView(
                campaign.campaignId(),
                campaign.name(),
                campaign.templateId(),
                campaign.publication(),
                List.copyOf(new TreeSet<>(campaign.audience().listIds())),
                campaign.audience().segmentId(),
                campaign.tracks(),
                campaign.phase().word(),
                since(campaign.phase()),
                campaign.createdAt(),
                campaign.version());
    }

    private static @Nullable Instant since(Phase phase) {
        return switch (phase) {
            case Phase.Draft draft -> null;
            case Phase.Scheduled(var at) -> at;
            case Phase.Sending(var since) -> since;
            case Phase.Paused(var since) -> since;
            case Phase.Sent(var at) -> at;
            case Phase.Cancelled(var at) -> at;
        };
    }
}
