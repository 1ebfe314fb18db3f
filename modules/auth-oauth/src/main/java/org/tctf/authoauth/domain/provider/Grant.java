package org.tctf.authoauth.domain.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What came of one request that a member agreed to: everything that the application holds hangs on it, and ends with it.
 *
 * @param sessionId the member's session in which they agreed; without {@code offline_access} the grant ends with it
 * @param until by then the application has to ask again
 */
public record Grant(
        String id,
        String userId,
        String clientId,
        String sessionId,
        List<String> scopes,
        List<String> userInfoClaims,
        Authentication authentication,
        Instant grantedAt,
        Instant until) {
    /** How long an application may go on without its member. */
    public static final Duration OFFLINE = Duration.ofDays(30);

    /** How long an access token is good. */
    public static final Duration ACCESS = Duration.ofHours(1);

    /** Of one member with one application; the oldest go first. */
    public static final int MAX_OF_CLIENT = 20;

    public Grant {
        scopes = List.copyOf(scopes);
        userInfoClaims = List.copyOf(userInfoClaims);
    }

    /** What is left of it without scopes that its member does not let it have, and without the claims that belong to them. */
    public Grant without(Collection<String> withheld) {
        return new Grant(
                id,
                userId,
                clientId,
                sessionId,
                scopes.stream().filter(scope -> !withheld.contains(scope)).toList(),
                Scopes.claimsWithout(withheld, userInfoClaims),
                authentication,
                grantedAt,
                until);
    }

    public boolean isOffline() {
        return scopes.contains(Scopes.OFFLINE_ACCESS);
    }

    public boolean isOpenId() {
        return scopes.contains(Scopes.OPENID);
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }
}
