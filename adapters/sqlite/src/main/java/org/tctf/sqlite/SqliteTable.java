package org.tctf.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tctf.json.AttributesJson;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.TableLimits;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;

/**
 * A table in a {@link SqliteDatabase} of its own. Conditions are decided by the one writer, so no two transactions
 * interleave; queries of secondary indexes are consistent here (wrap it in {@link LaggingIndexTable} to find what would
 * break where they lag). Failures of the store are {@link StorageException}s.
 */
public final class SqliteTable implements Table {
    private static final int SWEPT_AT_ONCE = 500;

    private final SqliteDatabase database;
    private final List<String> indexes;
    private final SqliteOutbox outbox;

    /**
     * @param database closed with this table
     * @param indexes of {@code GSI1} to {@code GSI5}; one that is new is filled from the items that are there
     */
    public SqliteTable(SqliteDatabase database, List<String> indexes) {
        this.database = database;
        this.indexes = List.copyOf(indexes);
        try {
            this.outbox = new SqliteOutbox(database, database.<Long>write(session -> {
                TableFile.prepare(session, database.file(), this.indexes);
                return SqliteOutbox.lastSeq(session);
            }));
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    /** The messages that commits have left and that are not known to have arrived. */
    public SqliteOutbox outbox() {
        return outbox;
    }

    @Override
    public Optional<Item> get(Key key) {
        return Optional.ofNullable(database.read(session -> Rows.find(session, key)));
    }

    @Override
    public List<Item> getAll(Collection<Key> keys) {
        Set<Key> distinct = TableLimits.distinct(keys);
        return database.read(session -> {
            List<Item> found = new ArrayList<>();
            for (Key key : distinct) {
                Item item = Rows.find(session, key);
                if (item != null) {
                    found.add(item);
                }
            }
            return found;
        });
    }

    @Override
    public Slice query(Query query) {
        String index = query.pattern().index();
        if (!index.equals(AccessPattern.MAIN) && !indexes.contains(index)) {
            throw new IllegalArgumentException("'%s' reads %s, but this table has only %s"
                    .formatted(query.pattern().name(), index, indexes));
        }
        return database.read(session -> {
            try (ResultSet rows = Range.of(query, session)) {
                return page(rows, query.limit());
            }
        });
    }

    @Override
    public void commit(Transaction transaction) {
        List<Step> steps = transaction.writes().stream()
                .map(write -> Step.of(write, indexes))
                .toList();
        SqliteOutbox.Batch messages = outbox.batch(transaction.outgoing());
        database.write(session -> {
            for (Step step : steps) {
                step.run(session);
            }
            messages.put(session);
            return true;
        });
    }

    @Override
    public void batch(List<Write> writes) {
        TableLimits.checkBatch(writes);
        List<Step> steps = writes.stream().map(w -> Step.of(w, indexes)).toList();
        database.write(session -> {
            for (Step step : steps) {
                step.run(session);
            }
            return true;
        });
    }

    /**
     * Deletes what has expired; other writes get their turn in between.
     *
     * @return how many items are gone
     */
    public int sweep(Instant now) {
        int gone = 0;
        for (int swept = SWEPT_AT_ONCE; swept == SWEPT_AT_ONCE; gone += swept) {
            swept = database.write(session -> sweepSome(session, now));
        }
        return gone;
    }

    /** Closes the database with it. */
    @Override
    public void close() {
        database.close();
    }

    private static int sweepSome(Session session, Instant now) throws SQLException {
        PreparedStatement delete = session.prepare("""
                DELETE FROM item WHERE (pk, sk) IN (
                  SELECT pk, sk FROM item WHERE expires IS NOT NULL AND expires <= ? LIMIT ?)""");
        delete.setLong(1, now.getEpochSecond());
        delete.setInt(2, SWEPT_AT_ONCE);
        return delete.executeUpdate();
    }

    private static Slice page(ResultSet rows, int limit) throws SQLException {
        List<Item> items = new ArrayList<>();
        Query.Position last = null;
        int bytes = 0;
        while (rows.next()) {
            Key key = new Key(rows.getString(1), rows.getString(2));
            Item item = new Item(key, AttributesJson.fromBytes(rows.getBytes(4)));
            bytes += item.bytes();
            if (items.size() == limit || (!items.isEmpty() && bytes > TableLimits.PAGE_BYTES)) {
                return new Slice(items, last);
            }
            items.add(item);
            last = new Query.Position(key, rows.getString(3));
        }
        return new Slice(items, null);
    }
}
