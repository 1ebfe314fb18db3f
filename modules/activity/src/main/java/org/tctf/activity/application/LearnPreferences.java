package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.tctf.activity.domain.Preferences;

/** Learns how a member wants to be told. */
@Singleton
public final class LearnPreferences {
    private final Recipients recipients;

    public LearnPreferences(Recipients recipients) {
        this.recipients = recipients;
    }

    /** @param version the preferences'; an older one than known changes nothing */
    public void learn(String memberId, Preferences preferences, long version) {
        recipients.change(memberId, recipient -> recipient.preferring(preferences, version));
    }
}
