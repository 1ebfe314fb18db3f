package org.tctf.activity.domain;

/** How a notification reaches its recipient. */
public enum Channel {
    IN_APP,
    /** As a line of the next digest. */
    EMAIL
}
