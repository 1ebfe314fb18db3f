package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.CAMPAIGN;
import static org.tctf.messagingconsumers.MessagingConsumersService.DUE;
import static org.tctf.messagingconsumers.MessagingConsumersService.LANE;
import static org.tctf.messagingconsumers.MessagingConsumersService.NEWEST;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Campaigns;
import org.tctf.messagingconsumers.domain.campaign.BeginCampaign;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Phase;

/** Campaigns in the service's table. */
@Singleton
public class TableCampaigns implements Campaigns {
    /** A start nearer than this needs no schedule; what a queue's delay may be. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableCampaigns(ServiceTables tables, InstantSource clock) {
        table = tables.of(MessagingConsumersService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public Optional<Campaign> find(String campaignId) {
        return table.get(CAMPAIGN.key(campaignId), Campaign.class);
    }

    @Override
    public Page<Campaign> newest(int limit, @Nullable String cursor) {
        return table.page(NEWEST.query().descending().limit(limit), cursor, Campaign.class);
    }

    @Override
    public List<Campaign> due(Instant until, int limit) {
        return table.list(DUE.query().between("", Times.key(until) + "~").limit(limit), Campaign.class);
    }

    @Override
    public void add(Campaign campaign) {
        table.commit(Change.none().create(CampaignRows.campaign(campaign)));
    }

    @Override
    public Optional<Campaign> change(String campaignId, Function<Campaign, Decision<Campaign>> decision) {
        return table.retrying(() -> find(campaignId).map(before -> {
            Decision<Campaign> decided = decision.apply(before);
            Change change = CampaignRows.replaced(before, decided).and(beginsSoon(decided.state()));
            if (!decided.state().equals(before)) {
                table.commit(change);
            }
            return decided.state();
        }));
    }

    @Override
    public void start(String campaignId, Function<Campaign, Decision<Campaign>> decision, Instant now) {
        table.retrying(() -> find(campaignId).map(before -> {
            Decision<Campaign> decided = decision.apply(before);
            Change change = CampaignRows.replaced(before, decided);
            if (!change.isEmpty()) {
                for (int number = 0; number < Lane.COUNT; number++) {
                    Lane lane = Lane.of(decided.state(), number, now);
                    change = CampaignRows.works(change.create(CampaignRows.lane(lane)), lane, Duration.ZERO);
                }
                table.commit(change);
            }
            return decided.state();
        }));
    }

    @Override
    public Campaign resume(Campaign before, Campaign after, List<Lane> lanes) {
        Change change = Change.none().replace(CampaignRows.campaign(after), before.version());
        for (Lane lane : lanes) {
            if (lane.isDone()) {
                continue;
            }
            if (lane.isResting()) {
                Lane next = lane.goOn();
                change = CampaignRows.works(
                        change.replace(CampaignRows.lane(next), lane.version()), next, Duration.ZERO);
            } else {
                // It has not noticed the pause, and must not notice it now.
                change =
                        change.require(LANE.key(lane.campaignId(), lane.number()), Condition.equal("isResting", false));
            }
        }
        table.commit(change);
        return after;
    }

    private Change beginsSoon(Campaign campaign) {
        if (!(campaign.phase() instanceof Phase.Scheduled(Instant at))) {
            return Change.none();
        }
        Duration pause = Duration.between(clock.instant(), at);
        return pause.compareTo(SOON) > 0
                ? Change.none()
                : Change.none()
                        .enqueue(new BeginCampaign(campaign.campaignId()), pause.isNegative() ? Duration.ZERO : pause);
    }
}
