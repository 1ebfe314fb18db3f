package org.tctf.http;

import jakarta.inject.Singleton;
import org.tctf.kernel.Problem;

/** What a request must pass before its handler is called, in order; each step throws the {@link Problem} it answers. */
@Singleton
final class Guards {
    private final RateLimiting limits;
    private final Authentication authentication;
    private final Authorisation authorisation;
    private final Bodies bodies;
    private final Validation validation;

    Guards(
            RateLimiting limits,
            Authentication authentication,
            Authorisation authorisation,
            Bodies bodies,
            Validation validation) {
        this.limits = limits;
        this.authentication = authentication;
        this.authorisation = authorisation;
        this.bodies = bodies;
        this.validation = validation;
    }

    /** Who calls, how often, and whether that is allowed; nothing of the body has been read by then. */
    void admit(Exchange exchange) {
        String token = authentication.token(exchange);
        if (token == null) {
            limits.withoutToken(exchange);
        } else {
            prove(exchange, token);
        }
        limits.afterAuthentication(exchange);
        authorisation.check(exchange);
    }

    /** The body, read and valid. */
    RequestBody body(Exchange exchange) {
        RequestBody body = bodies.read(exchange, validation.mediaTypes(exchange));
        validation.check(exchange, body);
        return body;
    }

    private void prove(Exchange exchange, String token) {
        limits.beforeProof(exchange, () -> authentication.knows(token));
        try {
            authentication.prove(exchange, token);
        } catch (Problem bad) {
            limits.badToken(exchange);
            throw bad;
        }
    }
}
