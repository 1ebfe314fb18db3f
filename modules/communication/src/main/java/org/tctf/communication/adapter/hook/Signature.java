package org.tctf.communication.adapter.hook;

import java.time.Instant;
import java.util.Base64;
import org.tctf.kernel.crypto.Hashes;

/**
 * Signatures as Standard Webhooks 1.0 has them: HMAC-SHA-256 of id, seconds and body, so that neither another body nor
 * another time goes with it. Receivers check it with a library of their language.
 */
final class Signature {
    private static final String PREFIX = "whsec_";

    private Signature() {}

    static String of(String secret, String id, Instant at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        String signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body);
        return "v1," + Base64.getEncoder().encodeToString(hmac(key, signed));
    }

    private static byte[] hmac(byte[] key, String text) {
        return Hashes.hmacSha256(key, text);
    }
}
