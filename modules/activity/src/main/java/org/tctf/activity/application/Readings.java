package org.tctf.activity.application;

import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.activity.domain.Part;
import org.tctf.activity.domain.Place;

/** Port: how far members have read the conversations that they are told of, as far as it was heard in the last day. */
@SecondaryPort
public interface Readings {

    /** Notes it, unless they had read further; what they are told of it meanwhile is settled. */
    void note(String memberId, Place upTo);

    /** Those that the member has not read yet; what was not said in a conversation is among them. */
    List<Part> unread(String memberId, List<Part> parts);

    /** Marks some of the notifications as read of which all is read, and orders the rest to be settled. */
    void settle(String memberId);
}
