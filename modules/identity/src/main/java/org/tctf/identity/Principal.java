package org.tctf.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Who is calling, as the access token proves. A controller takes it as a parameter; it is a {@link
 * java.security.Principal} so that frameworks and document generators know it is not part of the request.
 *
 * @param memberId the account's id, which is the member's id everywhere
 * @param sessionId the session that the token belongs to
 * @param authenticatedAt when the caller last proved a credential, not when the token was refreshed
 */
public record Principal(String memberId, Set<Role> roles, String sessionId, Instant authenticatedAt)
        implements java.security.Principal {

    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public String getName() {
        return memberId;
    }
}
