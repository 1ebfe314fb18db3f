package org.tctf.usermanagement.domain;

import java.util.Locale;
import org.jmolecules.ddd.annotation.ValueObject;

/** The name that a member chose at sign-up, in their spelling; unique on the platform whatever the case. */
@ValueObject
public record MembershipName(String value) {

    /** The spelling that all spellings of the name share. */
    public String handle() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
