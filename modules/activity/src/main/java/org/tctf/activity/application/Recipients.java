package org.tctf.activity.application;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.activity.domain.Recipient;

/** Port: what is known here of members. */
@SecondaryPort
public interface Recipients {

    /** Somebody unknown when nothing is known of the member yet. */
    Recipient of(String memberId);

    /** Those of the names that are known, by member. */
    Map<String, String> names(Collection<String> memberIds);

    /** Replaces what is known, unless the change leaves it as it is. */
    void change(String memberId, UnaryOperator<Recipient> change);

    /** Keeps only that the member is gone, and orders the removal of all that is theirs. */
    void erase(String memberId);

    /** Removes some of what is kept for an erased member, and orders the removal of the rest. */
    void eraseNext(String memberId);
}
