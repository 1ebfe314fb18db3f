package org.tctf.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Who is calling, as the access token proves. A controller takes it as a parameter.
 *
 * @param memberId the account's id, which is the member's id everywhere
 * @param sessionId the session that the token belongs to
 * @param authenticatedAt when the caller last proved a credential, not when the token was refreshed
 */
public record Principal(String memberId, Set<Role> roles, String sessionId, Instant authenticatedAt) {

    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
