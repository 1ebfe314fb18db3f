package org.tctf.__package__.application;

import jakarta.inject.Singleton;

/** Erases what this service keeps of a member. */
@Singleton
public class ForgetMember {
    private final Entries entries;

    public ForgetMember(Entries entries) {
        this.entries = entries;
    }

    public void forget(String memberId) {
        entries.forget(memberId);
    }
}
