package org.tctf.builtinidentity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    static final SessionList EMPTY = new SessionList(0, List.of());

    /** @param generation of its tokens; those of an older one are worth nothing */
    record Entry(
            String id,
            Instant openedAt,
            Instant usedAt,
            Instant provedAt,
            List<Proof> proofs,
            @Nullable String device,
            long generation) {

        static Entry opened(String id, Instant now, List<Proof> proofs, @Nullable String device) {
            return new Entry(id, now, now, now, proofs, device, 0);
        }

        /** However often it is refreshed. */
        Instant endsAt() {
            return openedAt.plus(Sessions.LIFE);
        }

        /** Unless it is refreshed before. */
        Instant expiresAt() {
            Instant idle = usedAt.plus(Sessions.IDLE);
            return idle.isBefore(endsAt()) ? idle : endsAt();
        }

        Session session() {
            return new Session(id, openedAt, usedAt, expiresAt(), provedAt, proofs, device);
        }

        /** Whether what was proved in it is enough for the roles that need a second factor, while the account has one. */
        boolean isStrong(boolean hasSecondFactor) {
            return proofs.stream().anyMatch(proof -> proof.isTwoFactors() || (hasSecondFactor && proof.isStrong()));
        }

        Entry usedAt(Instant now) {
            return new Entry(id, openedAt, now, provedAt, proofs, device, generation);
        }

        Entry provedAt(Instant now, Proof proof) {
            return new Entry(id, openedAt, now, now, with(proof), device, generation + 1);
        }

        Entry strengthenedBy(Proof proof) {
            return new Entry(id, openedAt, usedAt, provedAt, with(proof), device, generation);
        }

        /** What {@link EndedSessions} calls the tokens of this generation. */
        String tokens() {
            return tokens(id, generation);
        }

        static String tokens(String sessionId, long generation) {
            return sessionId + "." + generation;
        }

        private List<Proof> with(Proof proof) {
            return Stream.concat(proofs.stream(), Stream.of(proof)).distinct().toList();
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
