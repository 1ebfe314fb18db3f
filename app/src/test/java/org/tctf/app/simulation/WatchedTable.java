package org.tctf.app.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** A process's way to a table of the disk. */
final class WatchedTable implements Table {
    private final String service;
    private final Table table;
    private final Writes writes;
    private final Turns turns;

    WatchedTable(String service, Table table, Writes writes, Turns turns) {
        this.service = service;
        this.table = table;
        this.writes = writes;
        this.turns = turns;
    }

    @Override
    public Optional<Item> get(Key key) {
        writes.requireLife();
        return table.get(key);
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        writes.requireLife();
        return table.getAll(keys);
    }

    @Override
    public Slice query(Query query) {
        writes.requireLife();
        return table.query(query);
    }

    @Override
    public void commit(Transaction transaction) {
        writes.write("commit to " + service, () -> {
            table.commit(transaction);
            boolean isMarked = transaction.writes().stream().anyMatch(write -> Inbox.isKey(write.key()));
            turns.committed(service, isMarked);
        });
    }

    /** Each is durable on its own, so the process can die between any two. */
    @Override
    public void batch(List<Write> all) {
        all.forEach(one -> writes.write("write to " + service, () -> table.batch(List.of(one))));
    }

    /** The disk stays. */
    @Override
    public void close() {}
}
