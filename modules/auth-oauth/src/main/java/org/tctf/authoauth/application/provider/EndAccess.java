package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Ends what applications hold of a member from before a moment: their account was shut, their password
 * replaced, or an administrator signed them out everywhere.
 */
@Singleton
public class EndAccess {
    private final Grants grants;

    public EndAccess(Grants grants) {
        this.grants = grants;
    }

    public void end(String userId, Instant grantedBefore) {
        grants.endAll(userId, grantedBefore);
    }
}
