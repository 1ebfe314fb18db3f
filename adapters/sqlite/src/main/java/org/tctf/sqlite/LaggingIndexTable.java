package org.tctf.sqlite;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/**
 * For tests: a table whose secondary indexes stand still until they are told to {@link #catchUp}, as DynamoDB's may for
 * a moment. Who reads its own write through an index finds out here. Reads by primary key stay consistent.
 */
public final class LaggingIndexTable implements Table {
    private final Table table;
    private final Table indexes;
    private final Set<Key> behind = new LinkedHashSet<>();

    /**
     * @param table with nothing in it yet
     * @param indexes an empty table with the same indexes, from which index queries are answered
     */
    public LaggingIndexTable(Table table, Table indexes) {
        this.table = table;
        this.indexes = indexes;
    }

    /** The indexes now show every commit so far. */
    public void catchUp() {
        synchronized (behind) {
            for (Key key : behind) {
                Write write = table.get(key)
                        .<Write>map(item -> new Write.Put(item, null))
                        .orElseGet(() -> new Write.Delete(key, null));
                indexes.batch(List.of(write));
            }
            behind.clear();
        }
    }

    @Override
    public Optional<Item> get(Key key) {
        return table.get(key);
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        return table.getAll(keys);
    }

    @Override
    public Slice query(Query query) {
        boolean isMain = query.pattern().index().equals(AccessPattern.MAIN);
        return (isMain ? table : indexes).query(query);
    }

    @Override
    public void commit(Transaction transaction) {
        table.commit(transaction);
        remember(transaction.writes());
    }

    @Override
    public void batch(List<Write> writes) {
        table.batch(writes);
        remember(writes);
    }

    @Override
    public void close() {
        table.close();
        indexes.close();
    }

    private void remember(List<Write> writes) {
        synchronized (behind) {
            writes.forEach(write -> behind.add(write.key()));
        }
    }
}
