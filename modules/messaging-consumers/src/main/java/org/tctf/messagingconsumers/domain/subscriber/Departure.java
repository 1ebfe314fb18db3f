package org.tctf.messagingconsumers.domain.subscriber;

/** Why a subscription ended. */
public enum Departure {
    /** By the link in a mail, or the mail program's own button (RFC 8058), or by the member, signed in. */
    UNSUBSCRIBED,
    /** The mail system says that there is no such mailbox. */
    BOUNCED,
    /** The reader called a mail of ours spam. */
    COMPLAINED,
    /** Staff took the address off. */
    REMOVED
}
