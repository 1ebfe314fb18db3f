package org.tctf.kernel.table;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the table: where it lies, under which index keys it is found, when it may go.
 *
 * @param indexKeys by index name
 */
public record Row(
        Key key,
        Object body,
        Map<String, Key> indexKeys,
        @Nullable Instant expiresAt) {

    public static Row of(Key key, Object body) {
        return new Row(key, body, Map.of(), null);
    }

    /**
     * Also found by this pattern of a secondary index.
     *
     * @throws IllegalArgumentException when the pattern is not of a secondary index, or the values are not complete
     */
    public Row index(AccessPattern pattern, Object... values) {
        if (pattern.index().equals(AccessPattern.MAIN)) {
            throw new IllegalArgumentException("'%s' is a pattern of the table itself".formatted(pattern.name()));
        }
        Map<String, Key> more = new LinkedHashMap<>(indexKeys);
        more.put(pattern.index(), pattern.key(values));
        return new Row(key, body, Map.copyOf(more), expiresAt);
    }

    /** May be deleted by the store from then on; whoever reads it before that decides for itself. */
    public Row expires(Instant at) {
        return new Row(key, body, indexKeys, at);
    }
}
