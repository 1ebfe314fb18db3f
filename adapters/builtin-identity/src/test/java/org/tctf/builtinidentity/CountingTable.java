package org.tctf.builtinidentity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** Notes every read and every durable write, and counts the items that were read. */
final class CountingTable implements Table {
    private final Table table;
    final List<String> done = new ArrayList<>();
    int items;

    CountingTable(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Item> get(Key key) {
        note("get");
        Optional<Item> found = table.get(key);
        found.ifPresent(item -> count(1));
        return found;
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        note("getAll");
        return table.getAll(keys);
    }

    @Override
    public Slice query(Query query) {
        note("query");
        Slice slice = table.query(query);
        count(slice.items().size());
        return slice;
    }

    @Override
    public void commit(Transaction transaction) {
        note("commit");
        table.commit(transaction);
    }

    @Override
    public void batch(List<Write> writes) {
        note("batch");
        table.batch(writes);
    }

    @Override
    public void close() {
        table.close();
    }

    private synchronized void count(int read) {
        items += read;
    }

    private synchronized void note(String what) {
        done.add(what);
    }
}
