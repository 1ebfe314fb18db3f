package org.tctf.communication.adapter.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.PushKeyStore;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The key in the service's table. It is never replaced: every browser's subscription is bound to it. */
@Singleton
public class TablePushKey implements PushKeyStore {
    private final ServiceTable table;

    public TablePushKey(ServiceTables tables) {
        this.table = tables.of(CommunicationService.DEFINITION);
    }

    @Override
    public Kept firstOr(Supplier<Kept> fresh) {
        Key key = CommunicationService.PUSH_KEY.key();
        return table.retrying(() -> {
            Optional<Kept> known = table.get(key, Kept.class);
            if (known.isPresent()) {
                return known.get();
            }
            Kept made = fresh.get();
            // Ahead: it is nobody's effect, and must not take the mark of the delivery or request that first needs it.
            table.commitAhead(Change.none().create(Row.of(key, made)));
            return made;
        });
    }
}
