package org.tctf.authoauth.adapter.jose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.kernel.crypto.Encrypted;

/**
 * The keys that sign id tokens. Of each algorithm the newest signs, for 90 days; one that was replaced goes on verifying
 * until the last token that it signed has expired. Public parts lie in clear, private ones sealed.
 */
public record KeyRing(long version, List<Entry> newestFirst) {
    static final Duration SIGNS_FOR = Duration.ofDays(90);

    /** Longer than any id token lives; clocks differ. */
    static final Duration VERIFIES_LONGER = Grant.ACCESS.plusMinutes(10);

    public static final KeyRing EMPTY = new KeyRing(0, List.of());

    /** A key pair. */
    public record Entry(
            TokenAlgorithm algorithm, String id, Instant createdAt, String publicJwk, Encrypted privateJwk) {}

    public KeyRing {
        newestFirst = List.copyOf(newestFirst);
    }

    boolean needsKeyAt(TokenAlgorithm algorithm, Instant now) {
        return of(algorithm)
                .findFirst()
                .filter(key -> now.isBefore(key.createdAt().plus(SIGNS_FOR)))
                .isEmpty();
    }

    Entry newest(TokenAlgorithm algorithm) {
        return of(algorithm).findFirst().orElseThrow();
    }

    KeyRing with(Entry fresh, Instant now) {
        List<Entry> keys = new ArrayList<>();
        keys.add(fresh);
        keys.addAll(validAt(now));
        return new KeyRing(version + 1, keys);
    }

    /** A key's time ends when its successor is older than any token that the key can have signed. */
    List<Entry> validAt(Instant now) {
        return Stream.of(TokenAlgorithm.values())
                .flatMap(algorithm -> validAt(algorithm, now))
                .toList();
    }

    private Stream<Entry> validAt(TokenAlgorithm algorithm, Instant now) {
        Instant oldest = now.minus(VERIFIES_LONGER);
        long stillRecent =
                of(algorithm).takeWhile(key -> key.createdAt().isAfter(oldest)).count();
        return of(algorithm).limit(stillRecent + 1);
    }

    private Stream<Entry> of(TokenAlgorithm algorithm) {
        return newestFirst.stream().filter(key -> key.algorithm() == algorithm);
    }
}
