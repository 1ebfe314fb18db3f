package org.tctf.usermessage.application;

import jakarta.inject.Singleton;

/** Learns what a member is called. */
@Singleton
public final class LearnName {
    private final People people;

    public LearnName(People people) {
        this.people = people;
    }

    /** @param profileVersion the profile's; an older one than known changes nothing */
    public void learn(String memberId, String name, long profileVersion) {
        people.change(memberId, person -> person.named(name, profileVersion));
    }
}
