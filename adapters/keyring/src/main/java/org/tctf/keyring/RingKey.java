package org.tctf.keyring;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

/**
 * One key of the ring. As text: {@code <id> <made at> AES256_GCM <key, Base64>}.
 *
 * @param id leads every ciphertext (Tink's output prefix), so that the right key is found after a rotation
 */
record RingKey(int id, Instant madeAt, SecretBytes secret) {
    private static final String ALGORITHM = "AES256_GCM";
    private static final int BYTES = 32;
    private static final int PREFIX_BYTES = 5;

    static RingKey random(int id, Instant now) {
        return new RingKey(id, now, SecretBytes.randomBytes(BYTES));
    }

    static RingKey parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4 || !parts[2].equals(ALGORITHM)) {
            throw new IllegalArgumentException("a key is '<id> <made at> " + ALGORITHM + " <key>'");
        }
        byte[] key = Base64.getDecoder().decode(parts[3]);
        return new RingKey(
                Integer.parseUnsignedInt(parts[0]),
                Instant.parse(parts[1]),
                SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
    }

    String format() {
        byte[] key = secret.toByteArray(InsecureSecretKeyAccess.get());
        return String.join(
                " ",
                Integer.toUnsignedString(id),
                madeAt.toString(),
                ALGORITHM,
                Base64.getEncoder().encodeToString(key));
    }

    Aead aead() throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmJce.create(AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(secret)
                .setIdRequirement(id)
                .build());
    }

    /** The key that a ciphertext names: Tink's prefix is one byte 0x01 and the key's id, big-endian. */
    static int idIn(byte[] ciphertext) {
        if (ciphertext.length < PREFIX_BYTES || ciphertext[0] != 1) {
            throw new IllegalArgumentException("This is not a text that was encrypted here.");
        }
        return ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt();
    }

    @Override
    public String toString() {
        return "RingKey[" + Integer.toUnsignedString(id) + " of " + madeAt + "]";
    }
}
