package org.tctf.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Six-digit codes that somebody gets by mail or phone and types. Only a code's digest is kept: an HMAC-SHA-256 (RFC 2104)
 * under a secret of the service, since whoever reads a table could reverse the plain hash of six digits. A digest is bound
 * to what the code is for, so that it is worth nothing elsewhere. How often one may guess, is the caller's to limit.
 */
public final class NumericCodes {
    private static final int CODES = 1_000_000;

    private final Secrets secrets;
    private final String secret;
    private final SecureRandom random;

    /** @param secret named in the service's definition */
    public NumericCodes(Secrets secrets, String secret, SecureRandom random) {
        this.secrets = secrets;
        this.secret = secret;
        this.random = random;
    }

    /** A code that nobody has, and what to keep of it. */
    public record Issued(String code, String digest) {

        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    /** @param boundTo what the code is for: ids that nobody can choose */
    public Issued issue(String boundTo) {
        String code = "%06d".formatted(random.nextInt(CODES));
        return new Issued(code, digest(secrets.named(secret), boundTo, code));
    }

    /** In constant time; also when the secret was replaced after the code was issued. */
    public boolean matches(String digest, String boundTo, String typed) {
        byte[] kept = digest.getBytes(StandardCharsets.US_ASCII);
        return secrets.accepted(secret).stream()
                        .map(key -> digest(key, boundTo, typed).getBytes(StandardCharsets.US_ASCII))
                        .filter(made -> MessageDigest.isEqual(kept, made))
                        .count()
                > 0;
    }

    private static String digest(byte[] key, String boundTo, String code) {
        return Hashes.base64url(Hashes.hmacSha256(key, boundTo + "\n" + code));
    }
}
