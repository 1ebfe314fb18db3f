package org.tctf.usermessage.domain;

/** Whether a conversation is between two for ever, or has members that come and go. */
public enum Kind {
    DIRECT,
    GROUP
}
