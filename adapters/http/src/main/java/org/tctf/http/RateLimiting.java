package org.tctf.http;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.kernel.web.RateLimit;

/**
 * Refuses who asks too often, before anything is spent on the request.
 *
 * <p>A request without a token counts for its address. One with a token counts for its member, once the token is proven;
 * a whole office behind one address is not one anonymous caller. Tokens that turn out bad count for their address, in a
 * bucket of their own: guessing costs the guesser, not the neighbours. Only {@code /v1} is counted: a load balancer may
 * ask for our health as often as it likes.
 */
@Singleton
final class RateLimiting {
    private final RateCounters counters;
    private final InstantSource clock;
    private final Quota anonymous;
    private final Quota badTokens;
    private final Quota member;
    private final Quota admin;

    RateLimiting(RateCounters counters, InstantSource clock, Limits limits) {
        this.counters = counters;
        this.clock = clock;
        anonymous = new Quota("address", limits.anonymous(), Limits.WINDOW);
        badTokens = new Quota("bad-tokens", limits.anonymous(), Limits.WINDOW);
        member = new Quota("member", limits.member(), Limits.WINDOW);
        admin = new Quota("admin", limits.admin(), Limits.WINDOW);
    }

    /** @throws Problem {@code RATE_LIMITED} when the address has asked too often */
    void beforeAuthentication(Exchange exchange, boolean hasToken) {
        if (!exchange.isApi()) {
            return;
        }
        if (hasToken) {
            RateCounters.Standing standing = counters.look("bad:" + exchange.address(), badTokens, clock.instant());
            if (!standing.isAllowed()) {
                exchange.counted(badTokens, standing);
                throw refused(badTokens, standing);
            }
        } else {
            count(exchange, "address:" + exchange.address(), anonymous);
        }
    }

    /** Counts a token that was not good. */
    void badToken(Exchange exchange) {
        exchange.counted(badTokens, counters.count("bad:" + exchange.address(), badTokens, clock.instant()));
    }

    /** @throws Problem {@code RATE_LIMITED} when the member, or the route's caller, has asked too often */
    void afterAuthentication(Exchange exchange) {
        if (!exchange.isApi()) {
            return;
        }
        Principal caller = exchange.principal();
        if (caller != null) {
            count(exchange, "member:" + caller.memberId(), caller.is(Role.ADMIN) ? admin : member);
        }
        RoutePolicy route = exchange.route();
        if (route != null && route.quota() != null) {
            String who =
                    caller == null || route.quotaBy() == RateLimit.By.ADDRESS ? exchange.address() : caller.memberId();
            count(exchange, route.name() + ":" + who, route.quota());
        }
    }

    private void count(Exchange exchange, String bucket, Quota quota) {
        RateCounters.Standing standing = counters.count(bucket, quota, clock.instant());
        exchange.counted(quota, standing);
        if (!standing.isAllowed()) {
            throw refused(quota, standing);
        }
    }

    private static Problem refused(Quota quota, RateCounters.Standing standing) {
        return Problem.of(
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "You have sent the %d requests that fit into %s; wait, then go on."
                                .formatted(quota.requests(), quota.window()))
                .retryAfter(standing.resetsIn());
    }
}
