package org.tctf.messagingconsumers.application.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;

/** Port: campaigns, from the desk's side. */
public interface Campaigns {

    Optional<Campaign> find(String campaignId);

    /** Newest first. */
    Page<Campaign> newest(int limit, @Nullable String cursor);

    /** Scheduled to start until then. */
    List<Campaign> due(Instant until, int limit);

    void add(Campaign campaign);

    /**
     * Changes a campaign; decided again when somebody else was faster.
     *
     * @return as it is now; nothing when there is none
     */
    Optional<Campaign> change(String campaignId, Function<Campaign, Decision<Campaign>> decision);

    /** Starts a campaign that is scheduled: it is sending, and all its lanes are working, as one. */
    void start(String campaignId, Function<Campaign, Decision<Campaign>> decision, Instant now);

    /** It sends again, and those of its lanes that rest and are not done work again, as one. */
    Campaign resume(Campaign before, Campaign after, List<Lane> lanes);
}
