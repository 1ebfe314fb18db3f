package org.tctf.usermanagement.domain;

/**
 * Who sees a field, from everybody to nobody but its owner and the staff. There is no level for a member's connections:
 * nobody here knows them yet, and a level that is not enforced would be a false promise.
 */
public enum Visibility {
    PUBLIC,
    MEMBERS,
    PRIVATE;

    /** Whether a field of this visibility is shown to somebody who may see everything up to {@code clearance}. */
    public boolean isSeenWith(Visibility clearance) {
        return compareTo(clearance) <= 0;
    }
}
