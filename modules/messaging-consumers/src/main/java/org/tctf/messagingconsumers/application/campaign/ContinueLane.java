package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.application.subscriber.Subscribers;
import org.tctf.messagingconsumers.application.subscriber.Suppressions;
import org.tctf.messagingconsumers.application.template.Templates;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Phase;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;
import org.tctf.messagingconsumers.domain.campaign.WorkLane;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/**
 * Does the next piece of a lane's work: freezes a page of its audience, or sends to a slice of it. Each piece ends with the
 * command for the next, so that a pause, another service's work and a restart find their turn in between.
 */
@Singleton
public class ContinueLane {
    private static final int LOOKED_AT = 300;
    // Recipients, lane, command and the delivery's mark are one commit of at most 100 items.
    private static final int FROZEN_AT_ONCE = 90;
    private static final int SENT_AT_ONCE = 25;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Campaigns campaigns;
    private final Lanes lanes;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final Templates templates;
    private final ComposeCampaignMail composeMail;
    private final Carriers carriers;
    private final InstantSource clock;

    public ContinueLane(
            Campaigns campaigns,
            Lanes lanes,
            Subscribers subscribers,
            Suppressions suppressions,
            Templates templates,
            ComposeCampaignMail composeMail,
            Carriers carriers,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.lanes = lanes;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.templates = templates;
        this.composeMail = composeMail;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** Does nothing when the lane is past this step. */
    public void work(WorkLane command) {
        Lane lane = lanes.find(command.campaignId(), command.lane())
                .filter(found -> found.step() == command.step())
                .orElse(null);
        Campaign campaign = campaigns.find(command.campaignId()).orElse(null);
        if (lane == null || campaign == null) {
            return;
        }
        switch (campaign.phase()) {
            case Phase.Sending sending when !lane.isFrozen() -> freeze(campaign, lane);
            case Phase.Sending sending -> send(campaign, recovered(lane));
            case Phase.Paused paused -> rest(campaign, recovered(lane));
            case Phase.Cancelled cancelled -> rest(campaign, recovered(lane));
            case Phase.Draft d -> {}
            case Phase.Scheduled s -> {}
            case Phase.Sent s -> {}
        }
    }

    /** What a delivery before this one had in hand when it died, nobody knows of: it is written down, and not guessed. */
    private Lane recovered(Lane lane) {
        String inHand = lane.inHand();
        if (inHand == null) {
            return lane;
        }
        Recipient recipient = lanes.recipient(lane, inHand)
                .orElseGet(() -> Recipient.pending(lane.campaignId(), lane.number(), inHand));
        Settled unknown = Settled.unknown(lane, recipient, clock.instant());
        lanes.ahead(new Lanes.Step(lane, unknown.lane(), List.of(unknown)));
        return unknown.lane();
    }

    private void rest(Campaign campaign, Lane lane) {
        lanes.rest(new Lanes.Step(lane, lane.pause(), List.of()), campaign);
    }

    private void freeze(Campaign campaign, Lane lane) {
        Subscribers.Share share = subscribers.inShard(lane.number(), lane.frozenTo(), LOOKED_AT);
        List<String> all = share.subscribers().stream()
                .filter(campaign.audience()::includes)
                .map(Subscriber::subscriberId)
                .toList();
        boolean isCut = all.size() > FROZEN_AT_ONCE;
        List<Recipient> found = all.stream()
                .limit(FROZEN_AT_ONCE)
                .map(id -> Recipient.pending(lane.campaignId(), lane.number(), id))
                .toList();
        @Nullable
        String to = isCut
                ? found.getLast().subscriberId()
                : share.isLast() ? null : share.subscribers().getLast().subscriberId();
        lanes.freeze(new Lanes.Step(lane, lane.froze(to, found).goOn(), List.of()), found);
    }

    private void send(Campaign campaign, Lane lane) {
        List<Recipient> next = lanes.next(lane, SENT_AT_ONCE);
        if (!next.isEmpty()) {
            slice(campaign, lane).send(next);
            return;
        }
        List<Recipient> waiting = lanes.waiting(lane, SENT_AT_ONCE);
        List<Recipient> due = waiting.stream()
                .filter(recipient -> !pause(recipient).isPositive())
                .toList();
        if (!due.isEmpty()) {
            slice(campaign, lane).send(due);
        } else if (waiting.isEmpty()) {
            lanes.finish(new Lanes.Step(lane, lane.finish(), List.of()), clock.instant());
        } else {
            Duration pause = pause(waiting.getFirst());
            lanes.goOn(
                    new Lanes.Step(lane, lane.goOn(), List.of()),
                    pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    private Slice slice(Campaign campaign, Lane lane) {
        return new Slice(
                campaign,
                templates
                        .publication(campaign.templateId(), campaign.publication())
                        .orElseThrow(() -> new IllegalStateException("publication %d of template %s is gone"
                                .formatted(campaign.publication(), campaign.templateId())))
                        .wordings(),
                lane,
                new Slice.Ports(lanes, subscribers, suppressions, composeMail, carriers, clock));
    }

    private Duration pause(Recipient waiting) {
        return waiting.state() instanceof Recipient.Waiting(var until)
                ? Duration.between(clock.instant(), until)
                : Duration.ZERO;
    }
}
