package org.tctf.builtinidentity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.TableUnavailable;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/** A table with the rights of whoever only proves tokens: reads of {@link AccessTokenVerifier#READS}, nothing else. */
final class ReadersTable implements Table {
    private final Table table;
    volatile boolean isDown;

    ReadersTable(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Item> get(Key key) {
        check(key.pk());
        return table.get(key);
    }

    @Override
    public Slice query(Query query) {
        check(query.pk());
        return table.query(query);
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        throw new SecurityException("not allowed");
    }

    @Override
    public void commit(Transaction transaction) {
        throw new SecurityException("not allowed");
    }

    @Override
    public void batch(List<Write> writes) {
        throw new SecurityException("not allowed");
    }

    @Override
    public void close() {}

    private void check(String pk) {
        if (isDown) {
            throw new TableUnavailable("down");
        }
        if (!AccessTokenVerifier.READS.contains(pk)) {
            throw new SecurityException("not allowed to read " + pk);
        }
    }
}
