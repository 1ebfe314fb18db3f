package org.tctf.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MailedLinks;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.kernel.web.RateLimit;

/**
 * Refuses who asks too often, before anything is spent on the request.
 *
 * <p>A request without a token counts for its address. One with a token counts for its member, once the token is proven;
 * a whole office behind one address is not one anonymous caller. Only {@code /v1} is counted: a load balancer may ask for
 * our health as often as it likes. A request by a link that we mailed counts for the link, on routes that say so.
 *
 * <p>A token that turns out bad counts for its address, on every path, in a bucket of its own: guessing costs the guesser,
 * not the neighbours. A good token is its own proof, so whatever else its address has sent, it passes; and a request with
 * a good token does not ask how many bad ones there were. What a flood of bad ones can cost is bounded all the same: once
 * the shared counter has said no, this process asks it no more until the window ends, and checks only {@link
 * #CHECKS_A_SECOND} of the address's tokens a second that it has not proven before. The rest is refused unchecked; a good
 * new token among them passes when it is tried again, and from then on always.
 */
@Singleton
final class RateLimiting {
    /** Some milliseconds of one core. */
    static final int CHECKS_A_SECOND = 10;

    private static final Quota CHECKS = new Quota("checks", CHECKS_A_SECOND, Duration.ofSeconds(1));
    private static final int MAX_REFUSED = 10_000;

    private final Cache<String, Instant> refusedUntil =
            Caffeine.newBuilder().maximumSize(MAX_REFUSED).build();
    private final RateCounters checks = new CaffeineRateCounters();
    private final RateCounters counters;
    private final Collection<MailedLinks> mailedLinks;
    private final InstantSource clock;
    private final Quota anonymous;
    private final Quota badTokens;
    private final Quota member;
    private final Quota admin;

    RateLimiting(RateCounters counters, Collection<MailedLinks> mailedLinks, InstantSource clock, Limits limits) {
        this.counters = counters;
        this.mailedLinks = mailedLinks;
        this.clock = clock;
        anonymous = new Quota("address", limits.anonymous(), Limits.WINDOW);
        badTokens = new Quota("bad-tokens", limits.anonymous(), Limits.WINDOW);
        member = new Quota("member", limits.member(), Limits.WINDOW);
        admin = new Quota("admin", limits.admin(), Limits.WINDOW);
    }

    /** @throws Problem {@code RATE_LIMITED} when the address has asked too often without a token */
    void withoutToken(Exchange exchange) {
        if (exchange.isApi() && link(exchange).isEmpty()) {
            count(exchange, "address:" + exchange.address(), anonymous);
        }
    }

    /**
     * Whether this token may be checked at all.
     *
     * @param isKnown whether checking it costs nothing; asked only when it matters
     * @throws Problem {@code RATE_LIMITED} when the address has sent too many bad ones, and this is one too many to find out
     */
    void beforeProof(Exchange exchange, BooleanSupplier isKnown) {
        Instant now = clock.instant();
        Instant until = refusedUntil.getIfPresent(exchange.address());
        if (until == null || !now.isBefore(until) || isKnown.getAsBoolean()) {
            return;
        }
        if (!checks.count(exchange.address(), CHECKS, now).isAllowed()) {
            throw refuseBadTokens(exchange, until, now);
        }
    }

    /**
     * Counts a token that was not good.
     *
     * @throws Problem {@code RATE_LIMITED} when it was one too many
     */
    void badToken(Exchange exchange) {
        Instant now = clock.instant();
        Instant until = refusedUntil.getIfPresent(exchange.address());
        if (until != null && now.isBefore(until)) {
            throw refuseBadTokens(exchange, until, now);
        }
        RateCounters.Standing standing = counters.count("bad:" + exchange.address(), badTokens, now);
        exchange.counted(badTokens, standing);
        if (!standing.isAllowed()) {
            refusedUntil.put(exchange.address(), now.plus(standing.resetsIn()));
            throw refused(badTokens, standing);
        }
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
            String who = switch (route.quotaBy()) {
                case ADDRESS -> exchange.address();
                case CALLER -> caller == null ? exchange.address() : caller.memberId();
                case LINK -> link(exchange).orElse(exchange.address());
            };
            count(exchange, route.name() + ":" + who, route.quota());
        }
    }

    /** What the request's link counts under, where the route counts links and the link is ours. */
    private Optional<String> link(Exchange exchange) {
        RoutePolicy route = exchange.route();
        String token = exchange.request().getParameters().get(MailedLinks.PARAMETER);
        return route == null || route.quotaBy() != RateLimit.By.LINK || token == null
                ? Optional.empty()
                : mailedLinks.stream()
                        .flatMap(links -> links.known(token).stream())
                        .findFirst();
    }

    private void count(Exchange exchange, String bucket, Quota quota) {
        RateCounters.Standing standing = counters.count(bucket, quota, clock.instant());
        exchange.counted(quota, standing);
        if (!standing.isAllowed()) {
            throw refused(quota, standing);
        }
    }

    private Problem refuseBadTokens(Exchange exchange, Instant until, Instant now) {
        RateCounters.Standing standing = new RateCounters.Standing(false, 0, Duration.between(now, until));
        exchange.counted(badTokens, standing);
        return refused(badTokens, standing);
    }

    static Problem refused(Quota quota, RateCounters.Standing standing) {
        return Problem.of(
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "You have sent the %d requests that fit into %s; wait, then go on."
                                .formatted(quota.requests(), quota.window()))
                .retryAfter(standing.resetsIn());
    }
}
