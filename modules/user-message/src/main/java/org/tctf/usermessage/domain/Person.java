package org.tctf.usermessage.domain;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a member, learnt from others' facts, which come in any order.
 *
 * @param version as stored; 0 while nothing is
 * @param namedAt the version of the profile that the name is from
 */
@AggregateRoot
public record Person(
        @Identity String memberId, long version, @Nullable String name, long namedAt, boolean isErased) {

    public static Person unknown(String memberId) {
        return new Person(memberId, 0, null, 0, false);
    }

    /** Itself when the news is old. */
    public Person named(String newName, long profileVersion) {
        return isErased || profileVersion <= namedAt
                ? this
                : new Person(memberId, version + 1, newName, profileVersion, false);
    }

    /** Only that this member is gone. */
    public Person erased() {
        return new Person(memberId, version + 1, null, 0, true);
    }
}
