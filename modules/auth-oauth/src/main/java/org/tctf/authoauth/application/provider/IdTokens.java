package org.tctf.authoauth.application.provider;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;

/** Port: signed statements about a member, and the keys that prove them. */
public interface IdTokens {

    /** Whom an id token of ours is about, and for whom it was made. */
    record Hint(String userId, String clientId) {}

    /** Signs these claims as they are. */
    String sign(TokenAlgorithm algorithm, Map<String, Object> claims, Instant issuedAt, Instant until);

    /** Reads an id token that was ours, expired or not; empty when it is not, or its key is no longer known. */
    Optional<Hint> read(String idToken);

    /** The keys that verify now, a JWK Set (RFC 7517 §5) as JSON. */
    String publicKeys();
}
