package org.tctf.blueprint;

import org.tctf.kernel.table.Item;

/** How every service's table looks: upper-case names for keys, which no component of a record can have. */
public final class TableShape {
    public static final String PK = "PK";
    public static final String SK = "SK";

    /** The attribute by which DynamoDB deletes items that are over. */
    public static final String TIME_TO_LIVE = Item.EXPIRES;

    /** Partition keys of messages that have not left yet begin with this. */
    public static final String OUTBOX = "OUTBOX#";

    /**
     * Lets only new messages of the outbox out of a table's stream (AWS Lambda Developer Guide, "Event filtering"): the
     * relay is not woken, nor paid for, by anything else.
     */
    public static final String STREAM_FILTER =
            "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"%s\":{\"S\":[{\"prefix\":\"%s\"}]}}}}"
                    .formatted(PK, OUTBOX);

    private TableShape() {}

    /** The partition key's attribute of an index such as {@code GSI1}. */
    public static String pk(String index) {
        return index + PK;
    }

    /** The sort key's attribute of an index. */
    public static String sk(String index) {
        return index + SK;
    }
}
