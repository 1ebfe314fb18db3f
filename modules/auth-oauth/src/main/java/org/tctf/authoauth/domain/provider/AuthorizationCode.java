package org.tctf.authoauth.domain.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Hashes;

/**
 * What an application exchanges for tokens, once (OAuth 2.1 §4.1.2).
 *
 * @param spent whether it was; kept for as long as what came of it may live, so that a copy is noticed
 */
public record AuthorizationCode(
        String userId,
        String clientId,
        String grantId,
        String redirectUri,
        @Nullable String codeChallenge,
        @Nullable String nonce,
        List<String> idTokenClaims,
        Instant until,
        boolean spent) {
    public static final Duration LIFE = Duration.ofSeconds(60);

    public AuthorizationCode {
        idTokenClaims = List.copyOf(idTokenClaims);
    }

    public AuthorizationCode asSpent() {
        return new AuthorizationCode(
                userId, clientId, grantId, redirectUri, codeChallenge, nonce, idTokenClaims, until, true);
    }

    /**
     * RFC 7636 §4.6, S256. A verifier for a code that has no challenge is refused too: somebody may have taken the
     * challenge off the request (OAuth 2.1 §4.1.3).
     */
    public boolean isProvenBy(@Nullable String verifier) {
        if (codeChallenge == null || verifier == null) {
            return codeChallenge == null && verifier == null;
        }
        String derived = Hashes.base64url(Hashes.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
        return MessageDigest.isEqual(
                derived.getBytes(StandardCharsets.US_ASCII), codeChallenge.getBytes(StandardCharsets.US_ASCII));
    }
}
