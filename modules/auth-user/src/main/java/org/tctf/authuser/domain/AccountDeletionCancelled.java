package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** The account stays. */
@DomainEvent
public record AccountDeletionCancelled(String userId, Reason reason) {

    /** Why. */
    public enum Reason {
        /** The member thought better of it. */
        MEMBER,
        /** Nobody else could administer the platform. */
        LAST_ADMIN
    }
}
