package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Proof;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;

/**
 * All sessions of one account, oldest first: one item, so that the limit holds in whatever order and number they are
 * opened, by the item's version alone.
 */
record SessionList(long version, List<Entry> entries) {
    static final int MAX = Sessions.MAX;

    /** Absolute: refreshing does not prolong it, as with Cognito's rotated tokens. */
    static final Duration LIFE = Duration.ofDays(30);

    static final SessionList EMPTY = new SessionList(0, List.of());

    record Entry(
            String id,
            Instant openedAt,
            Instant usedAt,
            Instant provedAt,
            List<Proof> proofs,
            @Nullable String device) {

        Instant expiresAt() {
            return openedAt.plus(LIFE);
        }

        Session session() {
            return new Session(id, openedAt, usedAt, expiresAt(), provedAt, proofs, device);
        }

        Entry usedAt(Instant now) {
            return new Entry(id, openedAt, now, provedAt, proofs, device);
        }

        Entry provedAt(Instant now) {
            return new Entry(id, openedAt, now, now, proofs, device);
        }
    }

    Optional<Entry> find(String sessionId) {
        return entries.stream().filter(entry -> entry.id().equals(sessionId)).findFirst();
    }

    SessionList livingAt(Instant now) {
        return without(entry -> !now.isBefore(entry.expiresAt()));
    }

    /** Those that have to go before one more may come. */
    List<Entry> tooOld() {
        return entries.subList(0, Math.max(0, entries.size() - (MAX - 1)));
    }

    SessionList with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new SessionList(version, more);
    }

    SessionList with(Entry before, Entry after) {
        return new SessionList(
                version,
                entries.stream()
                        .map(entry -> entry.equals(before) ? after : entry)
                        .toList());
    }

    SessionList without(Predicate<Entry> gone) {
        return new SessionList(version, entries.stream().filter(gone.negate()).toList());
    }

    SessionList next() {
        return new SessionList(version + 1, entries);
    }
}
