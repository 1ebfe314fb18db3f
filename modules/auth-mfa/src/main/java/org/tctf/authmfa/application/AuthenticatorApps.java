package org.tctf.authmfa.application;

import java.time.Instant;
import java.util.OptionalLong;
import org.tctf.kernel.crypto.Encrypted;

/**
 * Port: time-based one-time passwords, RFC 6238 with the numbers that every authenticator app knows: SHA-1, six digits, steps of
 * 30 seconds. A secret opens for the member only whom it was made for.
 */
public interface AuthenticatorApps {

    /** A new random secret of 160 bits, sealed. */
    Encrypted newSecret(String userId);

    /** What the member types or scans into their app: the secret in Base32. */
    String reveal(String userId, Encrypted secret);

    /** The step in which the code is right, of the present one and its two neighbours. */
    OptionalLong stepOf(String userId, Encrypted secret, String code, Instant now);

    /** The step of the second of two codes that follow each other, as {@link #stepOf} would have it. */
    OptionalLong stepOfSecond(String userId, Encrypted secret, String first, String second, Instant now);
}
