package org.tctf.usermessage.application;

import jakarta.inject.Singleton;

/** Erases a member: their name at once, what they wrote and where they were step by step. */
@Singleton
public final class ForgetMember {
    private final People people;

    public ForgetMember(People people) {
        this.people = people;
    }

    public void forget(String memberId) {
        people.erase(memberId);
    }
}
