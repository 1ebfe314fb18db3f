package org.tctf.authcore.application;

import jakarta.inject.Singleton;

/** Lets others have the membership name of an account that is gone. */
@Singleton
public class ReleaseName {
    private final SignUps signUps;

    public ReleaseName(SignUps signUps) {
        this.signUps = signUps;
    }

    public void release(String accountId) {
        signUps.release(accountId);
    }
}
