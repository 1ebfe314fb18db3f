package org.tctf.builtinidentity;

import com.nimbusds.jose.JWSVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tctf.kernel.table.ServiceTable;

/**
 * The ring as this process knows it, read again after {@link KeyRing#KNOWN_FOR} and for a key that is not in it. It never
 * writes, and opens no private key. Nothing is read before the first token: a start pays for no cryptography.
 */
final class KnownKeys {

    private record Known(KeyRing ring, Instant until, Map<String, JWSVerifier> verifiers) {

        Optional<JWSVerifier> verifier(String id, Instant now) {
            boolean isValid = ring.validAt(now).anyMatch(key -> key.id().equals(id));
            return isValid ? Optional.ofNullable(verifiers.get(id)) : Optional.empty();
        }
    }

    private final ServiceTable table;
    private final InstantSource clock;
    private volatile Known known = new Known(KeyRing.EMPTY, Instant.MIN, Map.of());

    KnownKeys(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The ring, at most {@link KeyRing#KNOWN_FOR} old. */
    KeyRing ring() {
        return recent().ring();
    }

    /** The ring as of now. */
    KeyRing read() {
        return reread().ring();
    }

    /** What proves the signatures of a key, if tokens signed by it may still be valid. */
    Optional<JWSVerifier> verifier(String keyId) {
        Instant now = clock.instant();
        Optional<JWSVerifier> here = recent().verifier(keyId, now);
        // Another process may have rotated since we looked.
        return here.isPresent() ? here : reread().verifier(keyId, now);
    }

    private Known recent() {
        Known now = known;
        return clock.instant().isBefore(now.until()) ? now : reread();
    }

    private Known reread() {
        Instant until = clock.instant().plus(KeyRing.KNOWN_FOR);
        KeyRing ring = table.get(ProviderTable.KEY_RING.key(), KeyRing.class).orElse(KeyRing.EMPTY);
        Known before = known;
        Map<String, JWSVerifier> verifiers = ring.version() == before.ring().version()
                ? before.verifiers()
                : ring.newestFirst().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                KeyRing.Entry::id, key -> SigningKey.verifier(key.publicJwk())));
        Known after = new Known(ring, until, verifiers);
        known = after;
        return after;
    }
}
