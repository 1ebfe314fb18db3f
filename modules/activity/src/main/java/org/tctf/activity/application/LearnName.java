package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Learns what a member is called. */
@Singleton
public final class LearnName {
    private final Recipients recipients;

    public LearnName(Recipients recipients) {
        this.recipients = recipients;
    }

    /** @param profileVersion the profile's; an older one than known changes nothing */
    public void learn(String memberId, String name, @Nullable String language, long profileVersion) {
        recipients.change(memberId, recipient -> recipient.named(name, language, profileVersion));
    }
}
