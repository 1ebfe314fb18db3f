package org.tctf.messagingconsumers.domain.subscriber;

/** How a subscription came about. */
public enum Source {
    /** The address's owner asked, and confirmed by the mailed link. */
    CONFIRMED,
    /** The member whose proven address it is asked, signed in. */
    MEMBER,
    /** Staff brought it, and said where the consent is. */
    IMPORTED
}
