package org.tctf.identity;

import org.tctf.kernel.Problem;

/** Port: proves an access token. */
public interface TokenVerifier {

    /**
     * Who the token belongs to.
     *
     * @param accessToken the compact JWT, without {@code Bearer}
     * @throws Problem {@code UNAUTHENTICATED} kind: {@code TOKEN_EXPIRED}, or {@code INVALID_TOKEN} for anything else that
     *     is wrong with it (RFC 8725 §3: one algorithm, issuer, audience, type, times are all checked)
     */
    Principal verify(String accessToken);
}
