package org.tctf.authuser.domain;

/** A way in which a member can be told something. */
public enum Channel {
    IN_APP,
    EMAIL,
    /** Posted to the member's webhooks, if they have any. */
    WEBHOOK,
    /** To the browsers that the member is notified on, if there are any. */
    PUSH
}
