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
 * Sessions that ended while an access token of theirs may still be valid, so that a sign-out takes effect at the next
 * request and not in an hour.
 *
 * <p>They are kept in memory, where looking costs nothing, and in the table, from which a restarted process learns them
 * before its first answer. Another process learns of them only when it starts; one process is what this provider is for
 * (with Cognito an access token lives until it expires).
 */
final class EndedSessions {
    private static final Duration KEPT = AccessTokens.LIFETIME.plusMinutes(5);

    record Ended(String sessionId) {}

    private final ServiceTable table;
    private final InstantSource clock;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private volatile boolean isLoaded;

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

    boolean contains(String sessionId) {
        if (!isLoaded) {
            load();
        }
        return known.getIfPresent(sessionId) != null;
    }

    private synchronized void load() {
        if (isLoaded) {
            return;
        }
        Instant oldest = clock.instant().minus(KEPT);
        Query recent = ProviderTable.ENDED.query().between(oldest.toString(), "~");
        @Nullable String cursor = null;
        do {
            Page<Ended> page = table.page(recent, cursor, Ended.class);
            page.items().forEach(ended -> known.put(ended.sessionId(), true));
            cursor = page.nextCursor();
        } while (cursor != null);
        isLoaded = true;
    }
}
