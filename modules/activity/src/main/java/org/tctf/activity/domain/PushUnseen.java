package org.tctf.activity.domain;

import java.time.Duration;

/** Command: have a notification pushed, if its member has not looked at it by now. */
public record PushUnseen(String memberId, String notificationId) {
    /** Whoever has the app open sees it there by then, and their client says so. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
}
