package org.tctf.kernel.table;

import java.nio.charset.StandardCharsets;

/** The primary key of an item: partition key 1–2,048 bytes, sort key 1–1,024 bytes of UTF-8, as in DynamoDB. */
public record Key(String pk, String sk) {
    static final int MAX_PK_BYTES = 2048;
    static final int MAX_SK_BYTES = 1024;

    /** @throws IllegalArgumentException when a part is empty or too long */
    public Key {
        requireSize("partition key", pk, MAX_PK_BYTES);
        requireSize("sort key", sk, MAX_SK_BYTES);
    }

    private static void requireSize(String what, String part, int max) {
        int bytes = part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > max) {
            throw new IllegalArgumentException(
                    "the %s '%.40s' has %d bytes; it needs 1 to %d".formatted(what, part, bytes, max));
        }
    }
}
