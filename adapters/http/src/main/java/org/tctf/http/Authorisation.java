package org.tctf.http;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Whether this caller may call this route. The same rule everywhere, also outside {@code /v1}: {@code @PermitAll} lets
 * anybody in, {@code @RolesAllowed} one of the roles, and a route that says nothing whoever is signed in. Rights on
 * single resources are decided in the domain. A program with a service key needs the scope of a service that is open to
 * keys. What no controller answers (static files, unknown paths) has no rule.
 */
@Singleton
final class Authorisation {

    /** @throws Problem {@code TOKEN_MISSING} (401) or {@code ROLE_MISSING}, {@code
     *     SECOND_FACTOR_REQUIRED}, {@code SCOPE_MISSING}, {@code
     *     SERVICE_KEY_NOT_ACCEPTED} (403) */
    void check(Exchange exchange) {
        RoutePolicy route = exchange.route();
        if (route == null || route.isPublic()) {
            return;
        }
        Principal caller = exchange.principal();
        if (caller == null) {
            throw Problem.unauthenticated("TOKEN_MISSING", "This needs an access token; sign in and send it.");
        }
        if (caller.isProgram()) {
            checkProgram(caller, route);
            return;
        }
        if (!route.roles().isEmpty() && !hasAny(caller, route)) {
            if (route.roles().stream().anyMatch(caller::wouldBe)) {
                throw Problem.forbidden(
                        "SECOND_FACTOR_REQUIRED",
                        "Your role takes a second factor: set one up at /v1/auth/mfa/setup, or prove the one that you have at /v1/auth/mfa/totp/step-up or with a passkey; then refresh your tokens and repeat this.");
            }
            throw Problem.forbidden("ROLE_MISSING", "Your roles don't allow this; ask an administrator.");
        }
    }

    /** A program may stand in for staff where the service lets it, never for an administrator. */
    private static void checkProgram(Principal caller, RoutePolicy route) {
        String scope = route.keyScope();
        if (scope == null) {
            throw Problem.forbidden(
                    "SERVICE_KEY_NOT_ACCEPTED", "This is not open to programs; sign in as somebody who may do it.");
        }
        if (!caller.scopes().contains(scope)) {
            throw Problem.forbidden(
                    "SCOPE_MISSING", "Your service key lacks the scope %s; ask an administrator.".formatted(scope));
        }
    }

    private static boolean hasAny(Principal caller, RoutePolicy route) {
        return route.roles().stream().anyMatch(caller::is);
    }
}
