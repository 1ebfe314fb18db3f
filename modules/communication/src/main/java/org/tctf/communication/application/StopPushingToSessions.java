package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Ends that a member is notified where their session has ended: nobody reads on who was signed out, on a shared computer as
 * on a stolen one. A page that is signed in again registers its browser by itself.
 */
@Singleton
public class StopPushingToSessions {
    private final SignedOutBrowsers browsers;

    public StopPushingToSessions(SignedOutBrowsers browsers) {
        this.browsers = browsers;
    }

    public void stop(String memberId, Set<String> sessionIds) {
        browsers.signOut(memberId, sessionIds);
    }
}
