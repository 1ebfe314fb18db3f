package org.tctf.kernel.table;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tctf.kernel.event.Outgoing;

/**
 * Writes and the messages that leave with them: all happen or none (rule 5: state and fact are one write).
 *
 * @param writes each of another item
 * @param outgoing kept in the table's outbox until they have left
 */
public record Transaction(List<Write> writes, List<Outgoing> outgoing) {
    /** DynamoDB's limit; a message counts as an item. */
    public static final int MAX_ITEMS = 100;

    /** DynamoDB's limit of all items together. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /** What an envelope has besides its data. */
    private static final int ENVELOPE_BYTES = 4 * 1024;

    /** @throws IllegalArgumentException when it is empty, too large, or has two writes of one item */
    public Transaction {
        writes = List.copyOf(writes);
        outgoing = List.copyOf(outgoing);
        int size = writes.size() + outgoing.size();
        if (size == 0 || size > MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "a transaction has 1 to %d items, this one %d; split it".formatted(MAX_ITEMS, size));
        }
        Set<Key> keys = new HashSet<>();
        for (Write write : writes) {
            if (!keys.add(write.key())) {
                throw new IllegalArgumentException("two writes of one item in a transaction: " + write.key());
            }
        }
        long bytes = bytes(writes, outgoing);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a transaction has at most %d bytes, this one %d; split it".formatted(MAX_BYTES, bytes));
        }
    }

    private static long bytes(List<Write> writes, List<Outgoing> outgoing) {
        long bytes = 0;
        for (Write write : writes) {
            bytes += write instanceof Write.Put(var item, var _) ? item.bytes() : 0;
        }
        for (Outgoing message : outgoing) {
            bytes += ENVELOPE_BYTES + message.envelope().data().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }
}
