package org.tctf.activity.domain;

import java.util.Set;

/** What a notification is about; members choose channels by it. */
public enum Category {
    ACCOUNT(Set.of(Channel.IN_APP)),
    /** Cannot be switched off in the app. */
    SECURITY(Set.of(Channel.IN_APP)),
    SOCIAL(Set.of(Channel.IN_APP, Channel.EMAIL, Channel.PUSH)),
    PROJECTS(Set.of(Channel.IN_APP, Channel.EMAIL, Channel.PUSH)),
    ACHIEVEMENTS(Set.of(Channel.IN_APP, Channel.EMAIL, Channel.PUSH)),
    BILLING(Set.of(Channel.IN_APP, Channel.PUSH)),
    SUPPORT(Set.of(Channel.IN_APP, Channel.PUSH));

    private final Set<Channel> byDefault;

    Category(Set<Channel> byDefault) {
        this.byDefault = byDefault;
    }

    /** What concerns the account itself is not: whoever mails that pushes it too, and one push is enough (ADR 39). */
    boolean isPushed() {
        return switch (this) {
            case ACCOUNT, SECURITY -> false;
            case SOCIAL, PROJECTS, ACHIEVEMENTS, BILLING, SUPPORT -> true;
        };
    }

    Set<Channel> byDefault() {
        return byDefault;
    }
}
