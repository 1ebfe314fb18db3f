package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;

/** Forgets a member whose account is gone. */
@Singleton
public class ForgetMember {
    private final Members members;

    public ForgetMember(Members members) {
        this.members = members;
    }

    public void forget(String userId) {
        members.forget(userId);
    }
}
