package org.tctf.authadmin.application;

import jakarta.inject.Singleton;

/** Takes an account that is gone out of the search. */
@Singleton
public class ForgetUser {
    private final Users users;

    public ForgetUser(Users users) {
        this.users = users;
    }

    public void forget(String userId) {
        users.remove(userId);
    }
}
