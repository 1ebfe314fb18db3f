package org.tctf.http;

import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.Problem;

/**
 * Who is calling: the bearer token of the {@code Authorization} header (RFC 6750 §2.1), and of nowhere else.
 *
 * <p>A public route needs no token, but a bad one is refused there too (RFC 6750 §3.1): who claims to be somebody is
 * never served as somebody else. The one exception is a token that has merely expired: on a public route it counts as
 * none, or else a client whose HTTP layer sends its last token with everything could never refresh it.
 */
@Singleton
final class Authentication {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier tokens;

    Authentication(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** The request's token as it was sent, unproven; none where the header is the protocol's, and not ours. */
    @Nullable
    String token(Exchange exchange) {
        RoutePolicy route = exchange.route();
        if (route != null && route.isProtocol()) {
            return null;
        }
        String header = exchange.request().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }

    /** Whether this process has proven the token before. */
    boolean knows(String token) {
        return tokens.knows(token);
    }

    /** @throws Problem {@code INVALID_TOKEN} or {@code TOKEN_EXPIRED} when the token is not good */
    void prove(Exchange exchange, String token) {
        try {
            if (token.isEmpty()) {
                throw Problem.unauthenticated(
                        "INVALID_TOKEN", "The Authorization header is not a bearer token; send 'Bearer <token>'.");
            }
            exchange.provenTo(tokens.verify(token));
        } catch (Problem bad) {
            RoutePolicy route = exchange.route();
            boolean isHarmless = route != null && route.isPublic() && bad.code().equals("TOKEN_EXPIRED");
            if (!isHarmless) {
                throw bad;
            }
        }
    }
}
