package org.tctf.usermessage.domain;

/** What can happen to a conversation. */
public enum ChangeKind {
    STARTED,
    SENT,
    EDITED,
    DELETED,
    REACTED,
    RENAMED,
    MEMBERS_ADDED,
    MEMBER_REMOVED,
    MEMBER_LEFT,
    ROLE_CHANGED
}
