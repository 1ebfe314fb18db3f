package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.campaign.Recipient;

/** The messages of a campaign that failed, wait, or of which nobody knows. */
@Singleton
public class ListMessages {
    private final Campaigns campaigns;
    private final Messages messages;

    public ListMessages(Campaigns campaigns, Messages messages) {
        this.campaigns = campaigns;
        this.messages = messages;
    }

    /** @throws org.tctf.kernel.Problem {@code CAMPAIGN_NOT_FOUND}, {@code INVALID_CURSOR} */
    public Page<Recipient> list(
            Principal caller, String campaignId, Messages.Trouble trouble, int limit, @Nullable String cursor) {
        Staff.require(caller);
        if (campaigns.find(campaignId).isEmpty()) {
            throw ShowCampaign.notFound(campaignId);
        }
        return messages.in(campaignId, trouble, limit, cursor);
    }
}
