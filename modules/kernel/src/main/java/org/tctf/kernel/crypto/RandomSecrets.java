package org.tctf.kernel.crypto;

import java.security.SecureRandom;

/** Secrets for others to keep: 256 random bits, base64url, 43 characters. Whoever gives one away keeps its hash alone. */
public record RandomSecrets(SecureRandom random) {
    private static final int BYTES = 32;

    /** One that nobody has had. */
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Hashes.base64url(secret);
    }
}
