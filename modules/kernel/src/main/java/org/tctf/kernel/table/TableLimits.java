package org.tctf.kernel.table;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Limits of DynamoDB's single calls that every {@link Table} holds to, and says so in the same words. */
public final class TableLimits {
    /** A page of a query ends there. */
    public static final int PAGE_BYTES = 1024 * 1024;

    /** {@code BatchGetItem}. */
    public static final int GET_KEYS = 100;

    /** {@code BatchWriteItem}. */
    public static final int BATCH_WRITES = 25;

    private TableLimits() {}

    /**
     * Each key once.
     *
     * @throws IllegalArgumentException when they are too many for {@link Table#getAll}
     */
    public static Set<Key> distinct(Collection<Key> keys) {
        if (keys.size() > GET_KEYS) {
            throw new IllegalArgumentException("%d keys; at most %d at once".formatted(keys.size(), GET_KEYS));
        }
        return Set.copyOf(keys);
    }

    /** @throws IllegalArgumentException when {@link Table#batch} does not take them */
    public static void checkBatch(List<Write> writes) {
        if (writes.size() > BATCH_WRITES) {
            throw new IllegalArgumentException("%d writes; at most %d at once".formatted(writes.size(), BATCH_WRITES));
        }
        Set<Key> keys = writes.stream().map(Write::key).collect(Collectors.toSet());
        if (keys.size() < writes.size()) {
            throw new IllegalArgumentException("a batch has two writes of one item; send them one after the other");
        }
        for (Write write : writes) {
            boolean isPlain =
                    (write instanceof Write.Put || write instanceof Write.Delete) && write.condition() == null;
            if (!isPlain) {
                throw new IllegalArgumentException("a batch has only unconditional puts and deletes; use commit");
            }
        }
    }
}
