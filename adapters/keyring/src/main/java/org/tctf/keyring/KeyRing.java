package org.tctf.keyring;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The keys, newest first. Ciphers are made when first needed: a start that decrypts nothing loads no cryptography. */
final class KeyRing {
    private static final String HEADER =
            "# Key ring; the first key encrypts. Whoever reads this file reads every secret.";

    private final List<RingKey> keys;
    private final Map<Integer, Aead> ciphers = new ConcurrentHashMap<>();

    private KeyRing(List<RingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    static KeyRing empty() {
        return new KeyRing(List.of());
    }

    /** @throws IllegalArgumentException when the lines are not a ring of at least one key */
    static KeyRing parse(List<String> lines) {
        KeyRing ring = new KeyRing(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(RingKey::parse)
                .toList());
        if (ring.keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key in it");
        }
        return ring;
    }

    List<String> lines() {
        return Stream.concat(Stream.of(HEADER), keys.stream().map(RingKey::format))
                .toList();
    }

    KeyRing rotated(SecureRandom random, Instant now) {
        int id = random.nextInt();
        while (has(id)) {
            id = random.nextInt();
        }
        List<RingKey> more = new ArrayList<>(keys);
        more.addFirst(RingKey.random(id, now));
        return new KeyRing(more);
    }

    Aead primary() throws GeneralSecurityException {
        return cipher(keys.getFirst());
    }

    Optional<Aead> cipher(int id) throws GeneralSecurityException {
        for (RingKey key : keys) {
            if (key.id() == id) {
                return Optional.of(cipher(key));
            }
        }
        return Optional.empty();
    }

    int size() {
        return keys.size();
    }

    private boolean has(int id) {
        return keys.stream().anyMatch(key -> key.id() == id);
    }

    private Aead cipher(RingKey key) throws GeneralSecurityException {
        Aead known = ciphers.get(key.id());
        if (known != null) {
            return known;
        }
        Aead made = key.aead();
        ciphers.put(key.id(), made);
        return made;
    }
}
