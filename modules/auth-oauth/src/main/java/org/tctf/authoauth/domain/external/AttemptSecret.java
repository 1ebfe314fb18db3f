package org.tctf.authoauth.domain.external;

import org.tctf.kernel.crypto.Hashes;

/**
 * What only the client has that began an attempt. The PKCE verifier and the nonce come from it, so that nobody who reads
 * our table, or the browser's address bar, can end the attempt in that client's place: a code that somebody slips into
 * another's browser is worth nothing there (RFC 9700 §4.5, §4.7).
 */
public record AttemptSecret(String value) {

    /** What is kept of it. */
    public String hash() {
        return Hashes.sha256(value);
    }

    /** RFC 7636 §4.1: 43 characters. */
    public String codeVerifier() {
        return Hashes.sha256("code-verifier:" + value);
    }

    public String nonce() {
        return Hashes.sha256("nonce:" + value);
    }

    @Override
    public String toString() {
        return "AttemptSecret[…]";
    }
}
