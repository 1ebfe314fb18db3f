package org.tctf.activity.domain;

/** How a notification reaches its recipient. */
public enum Channel {
    IN_APP,
    /** As a line of the next digest. */
    EMAIL,
    /** To the browsers that they are notified on, while they have not seen it in the app. */
    PUSH
}
