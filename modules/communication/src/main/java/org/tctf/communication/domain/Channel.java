package org.tctf.communication.domain;

/** How a message travels. In-app notifications are activity's. */
public enum Channel {
    EMAIL,
    SMS,
    CALL,
    WEBHOOK,
    /** To the member's browsers. */
    PUSH
}
