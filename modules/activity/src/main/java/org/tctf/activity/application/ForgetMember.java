package org.tctf.activity.application;

import jakarta.inject.Singleton;

/** Erases a member: their name at once, all that is kept for them step by step. */
@Singleton
public final class ForgetMember {
    private final Recipients recipients;

    public ForgetMember(Recipients recipients) {
        this.recipients = recipients;
    }

    public void forget(String memberId) {
        recipients.erase(memberId);
    }
}
