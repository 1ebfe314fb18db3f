package org.tctf.builtinidentity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Sessions, and generations of a session's tokens, that ended while an access token of theirs may still be valid, so that a sign-out takes effect at once in this
 * process, within {@link #KNOWN_WITHIN} in every other, and not in an hour.
 *
 * <p>They are kept in memory, where looking costs nothing, and in the table, from which a process learns them before its
 * first answer and afterwards, while it is asked, what is newer. When the table cannot be read, it goes on with what it
 * knows for {@link #PATIENCE}; then nobody is let in.
 */
final class EndedSessions {
    /** The bound within which another process's sign-outs are known here. */
    static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);

    /** How long the bound may be missed for the table's fault, before that is worse than being shut. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How much of what is known is read again: clocks differ, and a write takes its time after it was dated. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration KEPT = AccessTokens.LIFETIME.plusMinutes(5);

    record Ended(String sessionId) {}

    private final ServiceTable table;
    private final InstantSource clock;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private Instant readAt = Instant.EPOCH;
    private volatile Instant nextRead = Instant.EPOCH;

    EndedSessions(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Part of the change that ends the sessions; {@link #remember} them once it is committed. */
    Change with(Change change, Collection<String> sessionIds) {
        Instant now = clock.instant();
        for (String id : sessionIds) {
            change = change.put(
                    Row.of(ProviderTable.ENDED.key(now, id), new Ended(id)).expires(now.plus(KEPT)));
        }
        return change;
    }

    void remember(Collection<String> sessionIds) {
        sessionIds.forEach(id -> known.put(id, true));
    }

    boolean contains(String sessionId, Instant now) {
        if (!now.isBefore(nextRead)) {
            learn(now);
        }
        return known.getIfPresent(sessionId) != null;
    }

    /** Whoever comes while somebody reads, waits for that: the bound holds for all. */
    private synchronized void learn(Instant now) {
        if (now.isBefore(nextRead)) {
            return;
        }
        Instant oldest = now.minus(KEPT);
        Instant lastTime = readAt.minus(OVERLAP);
        try {
            readSince(lastTime.isAfter(oldest) ? lastTime : oldest);
            readAt = now;
        } catch (RuntimeException unreadable) {
            if (!now.isBefore(readAt.plus(PATIENCE))) {
                throw unreadable;
            }
        }
        nextRead = now.plus(KNOWN_WITHIN);
    }

    private void readSince(Instant oldest) {
        Query recent = ProviderTable.ENDED.query().between(oldest.toString(), "~");
        @Nullable String cursor = null;
        do {
            Page<Ended> page = table.page(recent, cursor, Ended.class);
            page.items().forEach(ended -> known.put(ended.sessionId(), true));
            cursor = page.nextCursor();
        } while (cursor != null);
    }
}
