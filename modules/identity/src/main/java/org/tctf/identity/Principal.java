package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.tctf.kernel.Problem;

/**
 * Who is calling, as the access token proves. A controller takes it as a parameter; it is a {@link
 * java.security.Principal} so that frameworks and document generators know it is not part of the request.
 *
 * @param memberId the account's id, which is the member's id everywhere
 * @param sessionId the session that the token belongs to
 * @param authenticatedAt when the caller last proved a credential, not when the token was refreshed
 * @param scopes of a program with a service key; a person has none, and a program no role
 * @param withheld roles of the account that this session was not opened well enough for ({@link Role#needsSecondFactor})
 */
public record Principal(
        String memberId,
        Set<Role> roles,
        String sessionId,
        Instant authenticatedAt,
        Set<String> scopes,
        Set<Role> withheld)
        implements java.security.Principal {
    /** How long ago a caller may have proved a credential who wants to change one. */
    public static final Duration RECENT = Duration.ofMinutes(5);

    public Principal {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        withheld = Set.copyOf(withheld);
    }

    /** A person. */
    public Principal(String memberId, Set<Role> roles, String sessionId, Instant authenticatedAt) {
        this(memberId, roles, sessionId, authenticatedAt, Set.of(), Set.of());
    }

    /** A program with a service key: it has no role, and has never proved a credential that a person has. */
    public static Principal ofServiceKey(String accountId, String keyId, Set<String> scopes) {
        return new Principal(accountId, Set.of(), keyId, Instant.EPOCH, scopes, Set.of());
    }

    public boolean isProgram() {
        return !scopes.isEmpty();
    }

    /** Whether the caller has the role, or one that {@link Role#includes} it. */
    public boolean is(Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }

    /** Whether the caller would be that after a second factor. */
    public boolean wouldBe(Role role) {
        return withheld.stream().anyMatch(own -> own.includes(role));
    }

    /**
     * For acts that a stolen token must not be enough for.
     *
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED} when the caller's last proof is older than {@link #RECENT}:
     *     prove one again, and repeat the request with the access token that this gives (RFC 9470)
     */
    public void requireRecentProof(InstantSource clock) {
        if (authenticatedAt.plus(RECENT).isBefore(clock.instant())) {
            throw Problem.unauthenticated(
                    "RECENT_AUTHENTICATION_REQUIRED",
                    "This needs a proof of who you are that is less than %d minutes old; prove it again at /v1/auth/step-up, or at /v1/auth/mfa where you have a second factor, then repeat this."
                            .formatted(RECENT.toMinutes()));
        }
    }

    @Override
    public String getName() {
        return memberId;
    }
}
