package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets for others to keep: 256 random bits, base64url, 43 characters. We keep their {@link Sha256}. */
record Secrets(SecureRandom random) {
    private static final int BYTES = 32;

    String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
