package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.MAILED;
import static org.tctf.messagingconsumers.MessagingConsumersService.RECIPIENT;
import static org.tctf.messagingconsumers.MessagingConsumersService.SEEN_BY;
import static org.tctf.messagingconsumers.MessagingConsumersService.WAITING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Mailings;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.subscriber.ForgetMailings;

/** What campaigns have sent to a subscriber, by the index of it. */
@Singleton
public class TableMailings implements Mailings {
    // Six items each, and the command to go on, are one commit of at most 100.
    private static final int ERASED_AT_ONCE = 16;

    private final ServiceTable table;

    public TableMailings(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public List<Recipient> of(String subscriberId, int limit) {
        return table.list(MAILED.query(subscriberId).limit(limit), Recipient.class);
    }

    @Override
    public void forgetSomeOf(String subscriberId) {
        List<Recipient> some = of(subscriberId, ERASED_AT_ONCE);
        Change change = Change.none();
        for (Recipient recipient : some) {
            String campaignId = recipient.campaignId();
            change = change.delete(RECIPIENT.key(campaignId, recipient.lane(), subscriberId))
                    .delete(SEEN_BY.key(campaignId, subscriberId, TableEngagements.OPENED))
                    .delete(SEEN_BY.key(campaignId, subscriberId, TableEngagements.CLICKED))
                    .delete(SEEN_BY.key(campaignId, subscriberId, TableEngagements.BOUNCED))
                    .delete(SEEN_BY.key(campaignId, subscriberId, TableEngagements.COMPLAINED));
            if (recipient.state() instanceof Recipient.Waiting(Instant until)) {
                change = change.delete(WAITING.key(campaignId, recipient.lane(), Times.key(until), subscriberId));
            }
        }
        if (some.size() == ERASED_AT_ONCE) {
            change = change.enqueue(new ForgetMailings(subscriberId));
        }
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }
}
