package org.tctf.communication.adapter.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.PushQueue;
import org.tctf.communication.domain.SendPush;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Commands of the service's own queue. */
@Singleton
public class TablePushQueue implements PushQueue {
    private final ServiceTable table;

    public TablePushQueue(ServiceTables tables) {
        this.table = tables.of(CommunicationService.DEFINITION);
    }

    @Override
    public void again(String messageId, Duration after) {
        table.commit(Change.none().enqueue(new SendPush(messageId), after));
    }
}
