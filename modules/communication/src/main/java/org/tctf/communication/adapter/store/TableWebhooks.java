package org.tctf.communication.adapter.store;

import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.WebhookBook;
import org.tctf.communication.domain.MemberWebhooks;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Members' webhooks in the service's table. */
@Singleton
public class TableWebhooks implements WebhookBook {
    private final ServiceTable table;

    public TableWebhooks(ServiceTables tables) {
        this.table = tables.of(CommunicationService.DEFINITION);
    }

    @Override
    public MemberWebhooks of(String memberId) {
        return table.get(key(memberId), MemberWebhooks.class).orElseGet(() -> MemberWebhooks.none(memberId));
    }

    @Override
    public MemberWebhooks change(String memberId, UnaryOperator<MemberWebhooks> change) {
        return table.retrying(() -> {
            MemberWebhooks after = change.apply(of(memberId));
            Row row = Row.of(key(memberId), after);
            table.commit(
                    after.version() == 1
                            ? Change.none().create(row)
                            : Change.none().replace(row, after.version() - 1));
            return after;
        });
    }

    private static Key key(String memberId) {
        return CommunicationService.WEBHOOKS.key(memberId);
    }
}
