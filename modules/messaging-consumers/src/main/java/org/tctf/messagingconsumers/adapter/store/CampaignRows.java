package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.CAMPAIGN;
import static org.tctf.messagingconsumers.MessagingConsumersService.DUE;
import static org.tctf.messagingconsumers.MessagingConsumersService.LANE;
import static org.tctf.messagingconsumers.MessagingConsumersService.MAILED;
import static org.tctf.messagingconsumers.MessagingConsumersService.NEWEST;
import static org.tctf.messagingconsumers.MessagingConsumersService.RECIPIENT;
import static org.tctf.messagingconsumers.MessagingConsumersService.TROUBLED;
import static org.tctf.messagingconsumers.MessagingConsumersService.WAITING;

import java.time.Duration;
import java.time.Instant;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.messagingconsumers.application.campaign.Lanes;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Phase;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;
import org.tctf.messagingconsumers.domain.campaign.WorkLane;
import org.tctf.messagingconsumers.domain.subscriber.Bounced;

/** Campaigns, lanes and recipients as rows. */
final class CampaignRows {
    /** How long it is known who got what. */
    private static final Duration KEPT = Duration.ofDays(180);

    private CampaignRows() {}

    static Row campaign(Campaign campaign) {
        Row row = Row.of(CAMPAIGN.key(campaign.campaignId()), campaign)
                .index(NEWEST, Times.key(campaign.createdAt()), campaign.campaignId());
        return campaign.phase() instanceof Phase.Scheduled(Instant at)
                ? row.index(DUE, Times.key(at), campaign.campaignId())
                : row;
    }

    static Change replaced(Campaign before, Decision<Campaign> decision) {
        Campaign after = decision.state();
        return after.equals(before)
                ? Change.none()
                : Change.none()
                        .replace(campaign(after), before.version())
                        .raiseAll(after.campaignId(), after.version(), decision.facts());
    }

    static Row lane(Lane lane) {
        return Row.of(LANE.key(lane.campaignId(), lane.number()), lane);
    }

    static Change works(Change change, Lane lane, Duration pause) {
        return change.enqueue(new WorkLane(lane.campaignId(), lane.number(), lane.step()), pause);
    }

    /** The lane in the place of the one that was read, and what became of its recipients. */
    static Change moved(Lanes.Step step) {
        Change change = Change.none().replace(lane(step.after()), step.before().version());
        for (Settled settled : step.settled()) {
            change = change.and(settled(step.after(), settled));
        }
        return change;
    }

    static Change settled(Lane lane, Settled settled) {
        Recipient before = settled.before();
        Recipient after = settled.recipient();
        // Gone when its person was erased in the meantime: that must not hold up the lane.
        Change change = Change.none()
                .put(recipient(lane, after), Condition.version(before.version()).or(Condition.absent()))
                .raiseAll(after.mailId(), after.version(), settled.facts());
        if (before.state() instanceof Recipient.Waiting(Instant until)) {
            change = change.delete(waiting(before, until));
        }
        if (after.state() instanceof Recipient.Waiting(Instant until)) {
            change = change.put(Row.of(waiting(after, until), after).expires(expiry(lane)));
        }
        return settled.isBounced() ? change.enqueue(new Bounced(after.subscriberId())) : change;
    }

    static Row recipient(Lane lane, Recipient recipient) {
        Row row = Row.of(RECIPIENT.key(recipient.campaignId(), recipient.lane(), recipient.subscriberId()), recipient)
                .index(MAILED, recipient.subscriberId(), recipient.campaignId())
                .expires(expiry(lane));
        // Only those that somebody may have to look after are in this index.
        return switch (recipient.state()) {
            case Recipient.Pending p -> row;
            case Recipient.Sent s -> row;
            case Recipient.Skipped s -> row;
            case Recipient.Failed f -> troubled(row, recipient, "FAILED");
            case Recipient.Waiting w -> troubled(row, recipient, "WAITING");
            case Recipient.Unknown u -> troubled(row, recipient, "UNKNOWN");
        };
    }

    private static Row troubled(Row row, Recipient recipient, String state) {
        return row.index(TROUBLED, recipient.campaignId(), state, recipient.subscriberId());
    }

    private static Key waiting(Recipient recipient, Instant until) {
        return WAITING.key(recipient.campaignId(), recipient.lane(), Times.key(until), recipient.subscriberId());
    }

    private static Instant expiry(Lane lane) {
        return lane.began().plus(KEPT);
    }
}
