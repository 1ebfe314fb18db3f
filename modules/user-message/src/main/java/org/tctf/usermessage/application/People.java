package org.tctf.usermessage.application;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.usermessage.domain.Person;

/** Port: what is known of members. */
@SecondaryPort
public interface People {

    /** Names by id, of those that have one. */
    Map<String, String> names(Collection<String> memberIds);

    /** Nothing is written when it comes back as it went in. */
    void change(String memberId, UnaryOperator<Person> change);

    /** Forgets the name at once, and the rest step by step from a minute later. */
    void erase(String memberId);
}
