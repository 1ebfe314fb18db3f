package org.tctf.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What only the sender of a request with an idempotency key has: the key and the request, as one secret.
 *
 * <p>Two things come of it by HKDF (RFC 5869): a fingerprint that tells whether a second request is the same, and a key
 * that seals the stored answer. So a table that leaks tells neither what was sent (a plain digest of a body with a
 * password in it could be guessed at leisure) nor what was answered (tokens), and no key has to be kept for it. It is as
 * strong as the client's key is random, as RFC 9562 §6.9 asks of a UUIDv4.
 */
final class RequestSecret {
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey secret;

    private RequestSecret(SecretKey secret) {
        this.secret = secret;
    }

    /** @param request its method, path and query, and its body */
    static RequestSecret of(String idempotencyKey, String request, byte[] body) {
        byte[] line = (request + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(line.length + body.length)
                .put(line)
                .put(body)
                .array();
        return new RequestSecret(derive(
                HKDFParameterSpec.ofExtract()
                        .addSalt(idempotencyKey.getBytes(StandardCharsets.UTF_8))
                        .addIKM(whole)
                        .extractOnly(),
                "HKDF"));
    }

    /** How a key is named in the table: not by itself, since the secret is made of it. */
    static String digest(String idempotencyKey) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(idempotencyKey.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    String fingerprint() {
        return base64(expand("fingerprint").getEncoded());
    }

    String seal(byte[] answer) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, iv, answer);
        return base64(ByteBuffer.allocate(IV_BYTES + sealed.length)
                .put(iv)
                .put(sealed)
                .array());
    }

    byte[] open(String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
        byte[] iv = new byte[IV_BYTES];
        bytes.get(iv);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return crypt(Cipher.DECRYPT_MODE, iv, rest);
    }

    private byte[] crypt(int mode, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, expand("answer"), new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a stored answer could not be sealed or opened", failed);
        }
    }

    private SecretKey expand(String purpose) {
        byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
        return derive(HKDFParameterSpec.expandOnly(secret, label, KEY_BYTES), "AES");
    }

    private static SecretKey derive(HKDFParameterSpec how, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java since 25 has HKDF-SHA256", missing);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
