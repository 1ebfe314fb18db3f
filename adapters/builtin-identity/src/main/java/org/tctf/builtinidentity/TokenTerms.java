package org.tctf.builtinidentity;

/**
 * Whose tokens these are and whom they are for: the {@code iss} and {@code aud} of every access token (RFC 9068 §2.2).
 *
 * @param issuer the platform's address, {@code https://tctf.example}
 * @param audience the APIs that accept them
 */
public record TokenTerms(String issuer, String audience) {

    /** For a platform on one machine. */
    public static final TokenTerms LOCAL = new TokenTerms("http://localhost:8080", "tctf");
}
