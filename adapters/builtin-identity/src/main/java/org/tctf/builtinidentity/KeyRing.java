package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tctf.kernel.crypto.Encrypted;

/**
 * The signing keys as they lie in the table, in one item that is replaced by its version: two processes that rotate at
 * once end up with one new key. The newest signs, for 90 days; one that was replaced goes on verifying until the last
 * token it signed has expired.
 *
 * <p>Public keys lie in clear beside the sealed private ones, so that whoever only proves tokens needs no right to
 * decrypt anything.
 */
record KeyRing(long version, List<Entry> newestFirst) {
    static final Duration SIGNS_FOR = Duration.ofDays(90);

    /** How long a process may go on with a ring that it has read. */
    static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    /** Longer than any token lives, also one signed by a process that did not know the newer key yet; clocks differ. */
    static final Duration VERIFIES_LONGER =
            AccessTokens.LIFETIME.plus(KNOWN_FOR).plusMinutes(5);

    static final KeyRing EMPTY = new KeyRing(0, List.of());

    record Entry(String id, Instant createdAt, String publicJwk, Encrypted privateJwk) {}

    boolean needsKeyAt(Instant now) {
        return newestFirst.isEmpty()
                || !now.isBefore(newestFirst.getFirst().createdAt().plus(SIGNS_FOR));
    }

    KeyRing with(Entry fresh, Instant now) {
        return new KeyRing(
                version + 1, Stream.concat(Stream.of(fresh), validAt(now)).toList());
    }

    /** A key's time ends when its successor is older than any token that the key can have signed. */
    Stream<Entry> validAt(Instant now) {
        Instant oldest = now.minus(VERIFIES_LONGER);
        long stillRecent = newestFirst.stream()
                .takeWhile(key -> key.createdAt().isAfter(oldest))
                .count();
        return newestFirst.stream().limit(stillRecent + 1);
    }
}
