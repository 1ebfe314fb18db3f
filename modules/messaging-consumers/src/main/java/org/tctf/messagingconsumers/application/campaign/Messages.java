package org.tctf.messagingconsumers.application.campaign;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Lane;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;

/** Port: single messages of campaigns, from the desk's side. */
public interface Messages {

    /** Those that somebody may have to look after. */
    enum Trouble {
        FAILED,
        UNKNOWN,
        WAITING
    }

    Page<Recipient> in(String campaignId, Trouble trouble, int limit, @Nullable String cursor);

    Optional<Recipient> find(String campaignId, String subscriberId);

    /** What a person said of a message, with the lane and the campaign that it changes, as one; the lane works if it must. */
    void change(Campaign before, Campaign after, Lane read, Settled settled);
}
