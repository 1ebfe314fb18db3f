package org.tctf.kernel.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: the single table of one service. The embedded twin is SQLite, the distributed one DynamoDB; both keep
 * DynamoDB's limits, so that what passes on the one passes on the other. Services use {@link ServiceTable}.
 */
public interface Table extends AutoCloseable {

    /** One page of a query. */
    record Slice(List<Item> items, Query.@Nullable Position next) {}

    /** The item as of now (strongly consistent). */
    Optional<Item> get(Key key);

    /**
     * Those of the items that exist, in no order.
     *
     * @throws IllegalArgumentException for more than 100 keys
     */
    List<Item> getAll(Collection<Key> keys);

    /** One page: at most the query's limit and 1 MB. Secondary indexes may lag behind the table. */
    Slice query(Query query);

    /**
     * All writes and messages, durably, or none.
     *
     * @throws ConditionFailed when a condition did not hold
     */
    void commit(Transaction transaction);

    /**
     * Up to 25 unconditional puts and deletes, each durable on its own, in no order: for imports and erasure.
     *
     * @throws IllegalArgumentException for more than 25, or for other writes
     */
    void batch(List<Write> writes);

    @Override
    void close();
}
