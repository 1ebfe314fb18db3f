package org.tctf.kernel.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Secrets;

/**
 * Turns positions into cursors and back: AES-256-GCM (NIST SP 800-38D) over the position, with the query as associated
 * data, so that a cursor shows no key, cannot be changed, and is refused by any other query.
 */
public final class Cursors {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The secret that cursors are sealed with. */
    public static final String SECRET = "cursors";

    private final Supplier<List<SecretKey>> keys;
    private final SecureRandom random;

    /** Cursors sealed with {@link #SECRET}; those from before it was last replaced still open. */
    public Cursors(Secrets secrets, SecureRandom random) {
        this(
                () -> secrets.accepted(SECRET).stream()
                        .<SecretKey>map(bytes -> new SecretKeySpec(bytes, "AES"))
                        .toList(),
                random);
    }

    /** @param key an AES key of 32 bytes */
    public Cursors(SecretKey key, SecureRandom random) {
        this(() -> List.of(key), random);
    }

    private Cursors(Supplier<List<SecretKey>> keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    String encode(Query query, Query.Position position) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        String pk = position.key().pk();
        String sk = position.key().sk();
        // Lengths first: a key may hold any character, so none can separate.
        byte[] text =
                (pk.length() + ":" + sk.length() + ":" + pk + sk + position.indexSk()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.get().getFirst(), iv, query, text);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(IV_BYTES + sealed.length)
                        .put(iv)
                        .put(sealed)
                        .array());
    }

    Query.@Nullable Position decode(Query query, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<SecretKey> accepted = keys.get();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            byte[] iv = new byte[IV_BYTES];
            bytes.get(iv);
            byte[] sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            String[] parts = open(accepted, iv, query, sealed).split(":", 3);
            int pkEnd = Integer.parseInt(parts[0]);
            int skEnd = pkEnd + Integer.parseInt(parts[1]);
            return new Query.Position(
                    new Key(parts[2].substring(0, pkEnd), parts[2].substring(pkEnd, skEnd)), parts[2].substring(skEnd));
        } catch (RuntimeException notOurs) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                    .at("/cursor");
        }
    }

    private static String open(List<SecretKey> accepted, byte[] iv, Query query, byte[] sealed) {
        IllegalStateException notOurs = new IllegalStateException("no key opens this cursor");
        for (SecretKey key : accepted) {
            try {
                return new String(crypt(Cipher.DECRYPT_MODE, key, iv, query, sealed), StandardCharsets.UTF_8);
            } catch (IllegalStateException otherKey) {
                notOurs.addSuppressed(otherKey);
            }
        }
        throw notOurs;
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] iv, Query query, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            String bound = String.join(
                    "\n",
                    query.pattern().name(),
                    query.pk(),
                    query.skFrom(),
                    String.valueOf(query.skTo()),
                    String.valueOf(query.isDescending()));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a cursor could not be sealed or opened", failed);
        }
    }
}
