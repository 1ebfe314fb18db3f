package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;

/** Erases what campaigns have left of a subscriber who is gone; the campaigns' numbers stay. */
@Singleton
public class EraseMailings {
    private final Mailings mailings;

    public EraseMailings(Mailings mailings) {
        this.mailings = mailings;
    }

    public void erase(String subscriberId) {
        mailings.forgetSomeOf(subscriberId);
    }
}
