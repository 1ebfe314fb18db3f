package org.tctf.messagingconsumers.adapter.progress;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.kernel.progress.UnderWay;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Campaigns;
import org.tctf.messagingconsumers.application.campaign.Lanes;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Counts;
import org.tctf.messagingconsumers.domain.campaign.Phase;
import org.tctf.messagingconsumers.domain.campaign.Progress;

/** The newest campaigns that have started. */
@Singleton
public class CampaignsUnderWay implements UnderWay {
    private static final int SHOWN = 20;

    private final Campaigns campaigns;
    private final Lanes lanes;
    private final InstantSource clock;

    public CampaignsUnderWay(Campaigns campaigns, Lanes lanes, InstantSource clock) {
        this.campaigns = campaigns;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public List<Work> now() {
        return campaigns.newest(SHOWN, null).items().stream()
                .filter(campaign ->
                        !(campaign.phase() instanceof Phase.Draft || campaign.phase() instanceof Phase.Scheduled))
                .map(this::work)
                .toList();
    }

    private Work work(Campaign campaign) {
        Progress progress = Progress.of(campaign, lanes.of(campaign.campaignId()), clock.instant());
        Counts counts = progress.counts();
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("sent", counts.sent());
        parts.put("failed", counts.failed());
        parts.put("skipped", counts.skipped());
        parts.put("waiting", counts.waiting());
        parts.put("unknown", counts.unknown());
        return new Work(
                MessagingConsumersService.DEFINITION.name(),
                campaign.name(),
                campaign.phase().word(),
                campaign.phase() instanceof Phase.Sending,
                counts.total() - counts.open(),
                counts.total(),
                parts,
                progress.perSecond().isPresent() ? progress.perSecond().getAsDouble() : null,
                progress.remaining().orElse(null));
    }
}
