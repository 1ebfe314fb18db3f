package org.tctf.keyring;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;

/**
 * AES-256-GCM with the keys of a ring in a file, made on first use. The ring's newest key encrypts, every key decrypts.
 *
 * <p>The cipher is Tink's, without Tink's registry and keyset format: those load Protocol Buffers, which doubled the time
 * to the first decryption (42 to 85 ms), weighed 2 MB in every Lambda package and warned on standard error on JDK 25.
 * Ciphertexts keep Tink's format (version, key id, nonce, text, tag), so that Tink elsewhere can read them.
 *
 * <p>Safe for concurrent use.
 */
public final class KeyringEncryption implements Encryption {
    private final OwnerOnlyFile file;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private volatile KeyRing ring;

    private KeyringEncryption(OwnerOnlyFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.ring = file.exists() ? file.parsed(KeyRing::parse) : saved(KeyRing.empty());
    }

    /**
     * The ring in this file; a new one with one key if there is no such file.
     *
     * @throws IllegalStateException when others may read the file, or it is not a key ring
     * @throws java.io.UncheckedIOException when it cannot be read or made
     */
    public static KeyringEncryption open(Path file, InstantSource clock) {
        return new KeyringEncryption(new OwnerOnlyFile(file), clock);
    }

    @Override
    public Encrypted encrypt(String purpose, String plaintext) {
        try {
            byte[] sealed = ring.primary().encrypt(utf8(plaintext), utf8(purpose));
            return new Encrypted(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A text for " + purpose + " could not be encrypted.", impossible);
        }
    }

    @Override
    public String decrypt(String purpose, Encrypted sealed) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.value());
        int id = RingKey.idIn(bytes);
        try {
            Aead cipher = ring.cipher(id).orElseThrow(() -> unknownKey(purpose, id));
            return new String(cipher.decrypt(bytes, utf8(purpose)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException forged) {
            throw new IllegalArgumentException(
                    "This text was changed, or is not encrypted for " + purpose + ".", forged);
        }
    }

    /** Adds a key that encrypts from now on. What older keys encrypted still opens: they stay in the ring. */
    public synchronized void rotate() {
        ring = saved(ring);
    }

    /** How many keys are in the ring. */
    public int size() {
        return ring.size();
    }

    // Saved before it is used: nothing may ever be encrypted with a key that a crash forgets.
    private KeyRing saved(KeyRing old) {
        KeyRing next = old.rotated(random, clock.instant());
        file.write(next.lines());
        return next;
    }

    private IllegalArgumentException unknownKey(String purpose, int id) {
        return new IllegalArgumentException("A text for %s is encrypted with key %s, which is not in %s."
                .formatted(purpose, Integer.toUnsignedString(id), file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
