package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.CAMPAIGN;
import static org.tctf.messagingconsumers.MessagingConsumersService.LANE;
import static org.tctf.messagingconsumers.MessagingConsumersService.RECIPIENT;
import static org.tctf.messagingconsumers.MessagingConsumersService.TROUBLED;
import static org.tctf.messagingconsumers.MessagingConsumersService.WAITING;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Lanes;
import org.tctf.messagingconsumers.application.campaign.Messages;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Phase;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;
import org.tctf.messagingconsumers.domain.subscriber.Shard;

/** Lanes and recipients in the service's table. */
@Singleton
public class TableLanes implements Lanes, Messages {
    private final ServiceTable table;

    public TableLanes(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Lane> find(String campaignId, int number) {
        return table.get(LANE.key(campaignId, number), Lane.class);
    }

    @Override
    public List<Lane> of(String campaignId) {
        return table.list(LANE.query(campaignId), Lane.class);
    }

    @Override
    public List<Recipient> next(Lane lane, int limit) {
        String position = lane.position();
        return table.list(
                RECIPIENT
                        .query(lane.campaignId(), lane.number())
                        .between(position == null ? "" : position + " ", "~")
                        .limit(limit),
                Recipient.class);
    }

    @Override
    public List<Recipient> waiting(Lane lane, int limit) {
        return table.list(WAITING.query(lane.campaignId(), lane.number()).limit(limit), Recipient.class);
    }

    @Override
    public Optional<Recipient> recipient(Lane lane, String subscriberId) {
        return table.get(RECIPIENT.key(lane.campaignId(), lane.number(), subscriberId), Recipient.class);
    }

    @Override
    public void ahead(Step step) {
        table.commitAhead(CampaignRows.moved(step));
    }

    @Override
    public void goOn(Step step, Duration pause) {
        table.commit(CampaignRows.works(CampaignRows.moved(step), step.after(), pause));
    }

    @Override
    public void freeze(Step step, List<Recipient> found) {
        Change change = CampaignRows.works(CampaignRows.moved(step), step.after(), Duration.ZERO);
        for (Recipient recipient : found) {
            change = change.create(CampaignRows.recipient(step.after(), recipient));
        }
        table.commit(change);
    }

    @Override
    public void rest(Step step, Campaign read) {
        table.commit(
                CampaignRows.moved(step).require(CAMPAIGN.key(read.campaignId()), Condition.version(read.version())));
    }

    @Override
    public void finish(Step step, Instant now) {
        table.retrying(() -> {
            Campaign before = table.get(CAMPAIGN.key(step.after().campaignId()), Campaign.class)
                    .orElseThrow();
            table.commit(
                    CampaignRows.moved(step).and(CampaignRows.replaced(before, before.finished(step.after(), now))));
            return before;
        });
    }

    @Override
    public Page<Recipient> in(String campaignId, Trouble trouble, int limit, @Nullable String cursor) {
        return table.page(TROUBLED.query(campaignId, trouble).limit(limit), cursor, Recipient.class);
    }

    @Override
    public Optional<Recipient> find(String campaignId, String subscriberId) {
        return table.get(RECIPIENT.key(campaignId, Shard.of(subscriberId), subscriberId), Recipient.class);
    }

    @Override
    public void change(Campaign before, Campaign after, Lane read, Settled settled) {
        boolean works =
                after.phase() instanceof Phase.Sending && settled.recipient().state() instanceof Recipient.Waiting;
        Lane lane = works ? settled.lane().goOn() : settled.lane();
        Change change = Change.none()
                .replace(CampaignRows.campaign(after), before.version())
                .replace(CampaignRows.lane(lane), read.version())
                .and(CampaignRows.settled(lane, settled));
        table.commit(works ? CampaignRows.works(change, lane, Duration.ZERO) : change);
    }
}
