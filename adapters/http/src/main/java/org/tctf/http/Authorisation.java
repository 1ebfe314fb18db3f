package org.tctf.http;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;

/**
 * Whether this caller may call this route. The same rule everywhere, also outside {@code /v1}: {@code @PermitAll} lets
 * anybody in, {@code @RolesAllowed} one of the roles, and a route that says nothing whoever is signed in. Rights on
 * single resources are decided in the domain. What no controller answers (static files, unknown paths) has no rule.
 */
@Singleton
final class Authorisation {

    /** @throws Problem {@code TOKEN_MISSING} (401) or {@code ROLE_MISSING} (403) */
    void check(Exchange exchange) {
        RoutePolicy route = exchange.route();
        if (route == null || route.isPublic()) {
            return;
        }
        Principal caller = exchange.principal();
        if (caller == null) {
            throw Problem.unauthenticated("TOKEN_MISSING", "This needs an access token; sign in and send it.");
        }
        if (!route.roles().isEmpty() && !hasAny(caller, route)) {
            throw Problem.forbidden("ROLE_MISSING", "Your roles don't allow this; ask an administrator.");
        }
    }

    private static boolean hasAny(Principal caller, RoutePolicy route) {
        for (Role role : route.roles()) {
            if (caller.is(role)) {
                return true;
            }
        }
        return false;
    }
}
