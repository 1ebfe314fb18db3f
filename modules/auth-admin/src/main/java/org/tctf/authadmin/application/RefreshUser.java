package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import org.tctf.identity.IdentityProvider;

/** Shows an account in the search as the identity provider knows it now. */
@Singleton
public class RefreshUser {
    private final IdentityProvider identity;
    private final Users users;

    public RefreshUser(IdentityProvider identity, Users users) {
        this.identity = identity;
        this.users = users;
    }

    public void refresh(String userId) {
        identity.accounts().find(userId).ifPresent(now -> users.change(userId, user -> KeepUser.refreshed(user, now)));
    }
}
