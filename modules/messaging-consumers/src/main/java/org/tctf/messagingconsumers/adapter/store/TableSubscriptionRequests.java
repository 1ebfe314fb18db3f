package org.tctf.messagingconsumers.adapter.store;

import jakarta.inject.Singleton;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.SubscriptionRequests;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;

/** Requests in the service's own queue. */
@Singleton
public class TableSubscriptionRequests implements SubscriptionRequests {
    private final ServiceTable table;

    public TableSubscriptionRequests(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public void add(AskForLists request) {
        table.commit(Change.none().enqueue(request));
    }
}
