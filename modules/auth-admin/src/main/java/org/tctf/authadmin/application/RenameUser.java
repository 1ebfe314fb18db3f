package org.tctf.authadmin.application;

import jakarta.inject.Singleton;

/** Shows a member's new name in the search. */
@Singleton
public class RenameUser {
    private final Users users;

    public RenameUser(Users users) {
        this.users = users;
    }

    /** @param profileVersion the member's version that the name is of */
    public void rename(String userId, String displayName, long profileVersion) {
        users.change(userId, user -> user.named(displayName, profileVersion));
    }
}
