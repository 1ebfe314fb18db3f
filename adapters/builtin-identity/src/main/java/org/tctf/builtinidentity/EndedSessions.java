package org.tctf.builtinidentity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Sessions, and generations of a session's tokens, that ended while an access token of theirs may still be valid, so that a sign-out takes effect at once in this
 * process, within {@link #KNOWN_WITHIN} in every other, and not in an hour; and up to when everybody's have ended.
 *
 * <p>Everybody's are not ended one by one: there may be millions, and while they were written down the first would be back.
 * What has ended is every proof of before a moment. An access token says when its member's last proof was, and so does each
 * session in its account's list; one item is compared with both, and lies in the partition that is read anyway.
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

    /** By so much may those differ who look at the clock at once. */
    private static final Duration NOT_SET_BACK = Duration.ofSeconds(1);

    private static final Duration KEPT = AccessTokens.LIFETIME.plusMinutes(5);

    /** @param before of everybody's end: what was proved before it is worth nothing */
    record Ended(String sessionId, @Nullable Instant before) {
        static final String BEFORE = "before";
        static final String EVERYBODY = "EVERYBODY";
    }

    private final ServiceTable table;
    private final InstantSource clock;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private volatile Instant readAt = Instant.EPOCH;
    private volatile Instant nextRead = Instant.EPOCH;
    private volatile Instant everybodysEnd = Instant.EPOCH;

    EndedSessions(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Part of the change that ends the sessions; {@link #remember} them once it is committed. */
    Change with(Change change, Collection<String> sessionIds) {
        Instant now = clock.instant();
        for (String id : sessionIds) {
            change = change.put(Row.of(ProviderTable.ENDED.key(now, id), new Ended(id, null))
                    .expires(now.plus(KEPT)));
        }
        return change;
    }

    void remember(Collection<String> sessionIds) {
        sessionIds.forEach(id -> known.put(id, true));
    }

    /**
     * Everybody's end, up to and with the second of this moment: an access token says no more of a proof than its second.
     * An earlier one than is known changes nothing.
     */
    void endEverybodys(Instant upTo) {
        Instant before = upTo.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        try {
            table.commit(Change.none()
                    .put(
                            Row.of(ProviderTable.EVERYBODYS_END.key(), new Ended(Ended.EVERYBODY, before)),
                            Condition.absent().or(Condition.less(Ended.BEFORE, before.toString()))));
        } catch (ConditionFailed theirsWasLater) {
            // Then all that had to end has.
        }
        everybodysEndedBefore(before);
    }

    /** What was proved before this moment is worth nothing; {@link Instant#EPOCH} when everybody's were never ended. */
    Instant everybodysEnd(Instant now) {
        learnIfDue(now);
        return everybodysEnd;
    }

    boolean contains(String sessionId, Instant now) {
        learnIfDue(now);
        return known.getIfPresent(sessionId) != null;
    }

    private void learnIfDue(Instant now) {
        if (isDue(now)) {
            learn(now);
        }
    }

    /** Also when the clock was set back: until it were again where it was, what ends would stay unknown. */
    private boolean isDue(Instant now) {
        return !now.isBefore(nextRead) || now.isBefore(readAt.minus(NOT_SET_BACK));
    }

    private synchronized void everybodysEndedBefore(Instant moment) {
        if (moment.isAfter(everybodysEnd)) {
            everybodysEnd = moment;
        }
    }

    /** Whoever comes while somebody reads, waits for that: the bound holds for all. */
    private synchronized void learn(Instant now) {
        if (!isDue(now)) {
            return;
        }
        Instant oldest = now.minus(KEPT);
        Instant lastTime = (now.isBefore(readAt) ? now : readAt).minus(OVERLAP);
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
        Page.all(cursor -> table.page(recent, cursor, Ended.class)).forEach(this::learned);
    }

    private void learned(Ended ended) {
        if (ended.before() == null) {
            known.put(ended.sessionId(), true);
        } else {
            everybodysEndedBefore(ended.before());
        }
    }
}
