package org.tctf.__package__.adapter.store;

import static org.tctf.__package__.__Name__Service.ENTRY;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.__package__.__Name__Service;
import org.tctf.__package__.application.Entries;
import org.tctf.__package__.domain.Entry;
import org.tctf.__package__.domain.ForgetMore;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Entries as items of the service's table. */
@Singleton
public class TableEntries implements Entries {
    // A transaction takes 100 items; the rest leaves room for the inbox and the order to go on.
    private static final int FORGOTTEN_AT_ONCE = 90;

    private final ServiceTable table;

    public TableEntries(ServiceTables tables) {
        table = tables.of(__Name__Service.DEFINITION);
    }

    @Override
    public void add(Decision<Entry> added) {
        Entry entry = added.state();
        table.commit(Change.none()
                .create(Row.of(ENTRY.key(entry.ownerId(), entry.entryId()), entry))
                .raiseAll(entry.entryId(), entry.version(), added.facts()));
    }

    @Override
    public Optional<Entry> find(String ownerId, String entryId) {
        return table.get(ENTRY.key(ownerId, entryId), Entry.class);
    }

    @Override
    public Page<Entry> of(String ownerId, int limit, @Nullable String cursor) {
        return table.page(ENTRY.query(ownerId).limit(limit), cursor, Entry.class);
    }

    @Override
    public void forget(String ownerId) {
        List<Entry> some = table.list(ENTRY.query(ownerId).limit(FORGOTTEN_AT_ONCE), Entry.class);
        Change change = Change.none();
        for (Entry entry : some) {
            change = change.delete(ENTRY.key(ownerId, entry.entryId()));
        }
        if (some.size() == FORGOTTEN_AT_ONCE) {
            change = change.enqueue(new ForgetMore(ownerId));
        }
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }
}
