package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.LIST;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.SubscriberLists;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Lists in the service's table. */
@Singleton
public class TableSubscriberLists implements SubscriberLists {
    private final ServiceTable table;

    public TableSubscriberLists(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<SubscriberList> find(String listId) {
        return table.get(LIST.key(listId), SubscriberList.class);
    }

    @Override
    public List<SubscriberList> all() {
        return table.list(LIST.query(), SubscriberList.class);
    }

    @Override
    public void add(SubscriberList list) {
        table.commit(Change.none().create(row(list)));
    }

    @Override
    public Optional<SubscriberList> change(String listId, UnaryOperator<SubscriberList> edit) {
        return table.retrying(() -> find(listId).map(before -> {
            SubscriberList after = edit.apply(before);
            table.commit(Change.none().replace(row(after), before.version()));
            return after;
        }));
    }

    private static Row row(SubscriberList list) {
        return Row.of(LIST.key(list.listId()), list);
    }
}
