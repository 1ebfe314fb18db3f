package org.tctf.kernel.table;

import org.jspecify.annotations.Nullable;

/**
 * Items of one partition, in order of their sort key: {@code SESSIONS.query(userId).descending().limit(5)}.
 *
 * @param skFrom the least sort key, inclusive
 * @param skTo the greatest sort key, inclusive; absent = all that begin with {@code skFrom}
 * @param limit 1–1,000 items; a page also ends at 1 MB as in DynamoDB
 * @param after where the page before ended
 */
public record Query(
        AccessPattern pattern,
        String pk,
        String skFrom,
        @Nullable String skTo,
        boolean isDescending,
        int limit,
        @Nullable Position after) {

    /** Where a page ended: the last item's primary key and its sort key in the queried index. */
    public record Position(Key key, String indexSk) {}

    private static final int MAX_LIMIT = 1000;

    /** @throws IllegalArgumentException when the limit is out of bounds */
    public Query {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit %d: use 1 to %d".formatted(limit, MAX_LIMIT));
        }
    }

    static Query of(AccessPattern pattern, String pk, String skPrefix) {
        return new Query(pattern, pk, skPrefix, null, false, MAX_LIMIT, null);
    }

    /** Only sort keys from one to the other, both included, under the prefix that the pattern gave. */
    public Query between(String from, String to) {
        return new Query(pattern, pk, skFrom + from, skFrom + to, isDescending, limit, after);
    }

    public Query descending() {
        return new Query(pattern, pk, skFrom, skTo, true, limit, after);
    }

    public Query limit(int items) {
        return new Query(pattern, pk, skFrom, skTo, isDescending, items, after);
    }

    public Query after(@Nullable Position position) {
        return new Query(pattern, pk, skFrom, skTo, isDescending, limit, position);
    }

    /** Whether a sort key is in this query's range. */
    public boolean includes(String sk) {
        return skTo == null
                ? sk.startsWith(skFrom)
                : Utf8Order.compare(sk, skFrom) >= 0 && Utf8Order.compare(sk, skTo) <= 0;
    }
}
