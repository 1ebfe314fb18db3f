package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;
import org.tctf.messagingconsumers.domain.subscriber.Shard;

/**
 * Lets a person change a single message, while no worker has its lane: a worker's next write would be refused, and what it
 * has in hand would become unknown.
 */
@Singleton
public class MessageDesk {
    private final Campaigns campaigns;
    private final Lanes lanes;
    private final Messages messages;
    private final InstantSource clock;

    public MessageDesk(Campaigns campaigns, Lanes lanes, Messages messages, InstantSource clock) {
        this.campaigns = campaigns;
        this.lanes = lanes;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @return the message as it is now
     * @throws Problem {@code CAMPAIGN_NOT_FOUND}, {@code MESSAGE_NOT_FOUND}, {@code CAMPAIGN_BUSY}
     */
    public Recipient change(
            Principal caller, String campaignId, String subscriberId, BiFunction<Lane, Recipient, Settled> act) {
        Staff.require(caller);
        Campaign campaign = campaigns.find(campaignId).orElseThrow(() -> ShowCampaign.notFound(campaignId));
        Recipient recipient = messages.find(campaignId, subscriberId)
                .orElseThrow(() -> Problem.notFound(
                        "MESSAGE_NOT_FOUND", "The campaign has no message to %s.".formatted(subscriberId)));
        Lane lane = lanes.find(campaignId, Shard.of(subscriberId)).orElseThrow();
        if (!lane.isResting()) {
            throw Problem.conflict(
                    "CAMPAIGN_BUSY", "A worker is at it; pause the campaign or wait for its end, then try again.");
        }
        Settled settled = act.apply(lane, recipient);
        boolean isSentAgain = settled.recipient().state() instanceof Recipient.Waiting;
        messages.change(campaign, campaign.reopened(settled.lane(), isSentAgain, clock.instant()), lane, settled);
        return settled.recipient();
    }
}
