package org.tctf.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been answered, without anything secret: no query, no body, no token.
 *
 * @param route the route's template; {@code unmatched} when there is none
 * @param service the service that answered; absent for the program's own routes and unmatched ones
 * @param code the problem's code, if it is one
 * @param traceId 32 hexadecimal digits, if traced
 */
public record ServedRequest(
        String method,
        String route,
        @Nullable String service,
        int status,
        @Nullable String code,
        Duration duration,
        String actor,
        String correlationId,
        @Nullable String traceId) {}
