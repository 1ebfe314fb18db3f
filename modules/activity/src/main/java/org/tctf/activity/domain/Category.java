package org.tctf.activity.domain;

import java.util.Set;

/** What a notification is about; members choose channels by it. */
public enum Category {
    ACCOUNT(Set.of(Channel.IN_APP)),
    /** Cannot be switched off in the app. */
    SECURITY(Set.of(Channel.IN_APP)),
    SOCIAL(Set.of(Channel.IN_APP, Channel.EMAIL)),
    PROJECTS(Set.of(Channel.IN_APP, Channel.EMAIL)),
    ACHIEVEMENTS(Set.of(Channel.IN_APP, Channel.EMAIL)),
    BILLING(Set.of(Channel.IN_APP)),
    SUPPORT(Set.of(Channel.IN_APP));

    private final Set<Channel> byDefault;

    Category(Set<Channel> byDefault) {
        this.byDefault = byDefault;
    }

    Set<Channel> byDefault() {
        return byDefault;
    }
}
