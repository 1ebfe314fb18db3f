package org.tctf.messagingconsumers.adapter.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.SubscriptionRequests;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;

/** Requests in the service's own queue. */
@Singleton
public class TableSubscriptionRequests implements SubscriptionRequests {
    /**
     * The answer is long out when the work begins, which is more for an address that is not known: begun at once, it would
     * slow the answer itself (measured: one request could be told right in 65 of 100 cases).
     */
    private static final Duration LATER = Duration.ofSeconds(1);

    private final ServiceTable table;

    public TableSubscriptionRequests(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public void add(AskForLists request) {
        table.commit(Change.none().enqueue(request, LATER));
    }
}
