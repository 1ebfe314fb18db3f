package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Campaigns, newest first. */
@Singleton
public class ListCampaigns {
    private final Campaigns campaigns;

    public ListCampaigns(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Page<Campaign> list(Principal caller, int limit, @Nullable String cursor) {
        Staff.require(caller);
        return campaigns.newest(limit, cursor);
    }
}
