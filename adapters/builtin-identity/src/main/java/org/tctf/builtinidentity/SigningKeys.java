package org.tctf.builtinidentity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * The ring of signing keys. The newest signs; one that was replaced goes on verifying until the last token it signed has
 * expired. A key signs for 90 days; the first token after that makes the next key.
 *
 * <p>The ring is one item, replaced by its version: two processes that rotate at once end up with one new key. Private
 * keys are encrypted. Nothing is read before the first token: a start pays for no cryptography.
 */
final class SigningKeys {
    static final Duration SIGNS_FOR = Duration.ofDays(90);

    /** Longer than any token lives, with room for clocks that differ. */
    static final Duration VERIFIES_LONGER = AccessTokens.LIFETIME.plusMinutes(5);

    static final String PURPOSE = "signing-key";
    private static final Key KEY = ProviderTable.KEY_RING.key();

    record Stored(Instant createdAt, Encrypted privateJwk) {}

    record Ring(long version, List<Stored> newestFirst) {}

    private record Opened(long version, List<SigningKey> newestFirst) {}

    private final ServiceTable table;
    private final Encryption encryption;
    private final InstantSource clock;
    private volatile Opened opened = new Opened(0, List.of());

    SigningKeys(ServiceTable table, Encryption encryption, InstantSource clock) {
        this.table = table;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The key that signs now. */
    SigningKey current() {
        Opened known = opened;
        return (isDue(known) ? upToDate() : known).newestFirst().getFirst();
    }

    /** The key with this id, if tokens signed by it may still be valid. */
    Optional<SigningKey> find(String id) {
        Optional<SigningKey> known = among(opened, id);
        // Another process may have rotated since we looked.
        return known.isPresent() ? known : among(upToDate(), id);
    }

    /** The public keys as a JWK Set (RFC 7517 §5). */
    String publicJson() {
        return new JWKSet(valid(upToDate()).<JWK>map(SigningKey::pair).toList()).toString(true);
    }

    /** Makes a new key now; the old ones go on verifying. */
    void rotate() {
        table.retrying(() -> add(read()));
    }

    private Opened upToDate() {
        return table.retrying(() -> {
            Opened now = read();
            return isDue(now) ? add(now) : now;
        });
    }

    private Opened add(Opened before) {
        SigningKey fresh = SigningKey.fresh(clock.instant());
        Opened after = new Opened(
                before.version() + 1,
                Stream.concat(Stream.of(fresh), valid(before)).toList());
        Ring ring = new Ring(
                after.version(), after.newestFirst().stream().map(this::seal).toList());
        Row row = Row.of(KEY, ring);
        table.commit(
                before.version() == 0
                        ? Change.none().create(row)
                        : Change.none().replace(row, before.version()));
        opened = after;
        return after;
    }

    private Opened read() {
        Ring ring = table.get(KEY, Ring.class).orElse(new Ring(0, List.of()));
        Opened known = opened;
        if (ring.version() == known.version()) {
            return known;
        }
        Opened now = new Opened(
                ring.version(), ring.newestFirst().stream().map(this::open).toList());
        opened = now;
        return now;
    }

    private boolean isDue(Opened ring) {
        return ring.newestFirst().isEmpty()
                || !clock.instant()
                        .isBefore(ring.newestFirst().getFirst().createdAt().plus(SIGNS_FOR));
    }

    private Optional<SigningKey> among(Opened ring, String id) {
        return valid(ring).filter(key -> key.id().equals(id)).findFirst();
    }

    /** A key's time ends when its successor is older than any token that the key can have signed. */
    private Stream<SigningKey> valid(Opened ring) {
        Instant oldest = clock.instant().minus(VERIFIES_LONGER);
        long stillRecent = ring.newestFirst().stream()
                .takeWhile(key -> key.createdAt().isAfter(oldest))
                .count();
        return ring.newestFirst().stream().limit(stillRecent + 1);
    }

    private SigningKey open(Stored stored) {
        return SigningKey.parse(encryption.decrypt(PURPOSE, stored.privateJwk()), stored.createdAt());
    }

    private Stored seal(SigningKey key) {
        return new Stored(key.createdAt(), encryption.encrypt(PURPOSE, key.privateJwk()));
    }
}
