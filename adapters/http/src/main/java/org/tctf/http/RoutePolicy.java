package org.tctf.http;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Role;
import org.tctf.kernel.service.KeyAccess;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateLimit;

/**
 * What a route says of itself, read once from its compiled annotations.
 *
 * @param method the HTTP method; a HEAD route is its GET
 * @param template without query variables: {@code /v1/users/{id}/profile}
 * @param isPublic whether a caller without a token may call it
 * @param roles any of these is needed; empty = being signed in is enough
 * @param maxBody in bytes
 * @param isStreamed whether the route reads its body itself
 * @param quota its own rate limit, if it has one
 * @param idempotencyWindow how long an answer is kept for its key
 * @param isProtocol whether its requests have the form of a public protocol ({@link org.tctf.kernel.web.ProtocolRoute})
 * @param service the service that it belongs to; none for the program's own routes
 */
record RoutePolicy(
        String method,
        String template,
        boolean isPublic,
        Set<Role> roles,
        int maxBody,
        boolean isStreamed,
        @Nullable Quota quota,
        RateLimit.By quotaBy,
        Duration idempotencyWindow,
        boolean isProtocol,
        @Nullable ServiceDefinition service) {

    /** The scope that lets a service key in; none where none does. */
    @Nullable
    String keyScope() {
        KeyAccess access = method.equals("GET") ? KeyAccess.READ : KeyAccess.WRITE;
        boolean isForAdminsOnly = roles.equals(Set.of(Role.ADMIN));
        return service == null || isForAdminsOnly || !service.openToKeys().contains(access)
                ? null
                : service.scope(access);
    }

    /** {@code POST /v1/account/signup}: how logs, spans, counters and idempotency records name the route. */
    String name() {
        return method + " " + template;
    }
}
