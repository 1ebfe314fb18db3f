package org.tctf.kernel.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One stored item: its key and its attributes (strings, {@link BigDecimal}, booleans, byte arrays, lists, maps). Keys of
 * secondary indexes are ordinary attributes {@code GSI1PK}, {@code GSI1SK} …; {@link #EXPIRES} is the TTL attribute.
 */
public record Item(Key key, Map<String, Object> attributes) {
    /** DynamoDB's limit, names and values counted. */
    public static final int MAX_BYTES = 400 * 1024;

    /** Epoch seconds after which the store may delete the item; until then reads still see it, as in DynamoDB. */
    public static final String EXPIRES = "expiresAt";

    /** The attribute of optimistic concurrency. */
    public static final String VERSION = "version";

    /** @throws IllegalArgumentException when the item is larger than 400 KB */
    public Item {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        int bytes = size(key, attributes);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "item %s/%s has %d bytes; an item has at most %d".formatted(key.pk(), key.sk(), bytes, MAX_BYTES));
        }
    }

    /** The key of this item in a secondary index, if it is in it. */
    public Optional<Key> indexKey(String index) {
        return attributes.get(index + "PK") instanceof String pk && attributes.get(index + "SK") instanceof String sk
                ? Optional.of(new Key(pk, sk))
                : Optional.empty();
    }

    public Optional<Instant> expiresAt() {
        return attributes.get(EXPIRES) instanceof BigDecimal seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** Size as DynamoDB counts it (Developer Guide, "Item sizes and formats"). */
    public int bytes() {
        return size(key, attributes);
    }

    private static int size(Key key, Map<String, Object> attributes) {
        return 4 + utf8(key.pk()) + utf8(key.sk()) + sizeOf(attributes);
    }

    private static int sizeOf(@Nullable Object value) {
        return switch (value) {
            case null -> 1;
            case String text -> utf8(text);
            case BigDecimal number -> (number.precision() + 1) / 2 + 1;
            case byte[] bytes -> bytes.length;
            case List<?> list -> 3 + list.stream().mapToInt(v -> 1 + sizeOf(v)).sum();
            case Map<?, ?> map ->
                3
                        + map.entrySet().stream()
                                .mapToInt(e -> 1 + utf8(String.valueOf(e.getKey())) + sizeOf(e.getValue()))
                                .sum();
            default -> 1;
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
