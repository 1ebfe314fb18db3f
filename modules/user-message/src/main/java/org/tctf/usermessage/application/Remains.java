package org.tctf.usermessage.application;

import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Message;

/** Port: what is still there of a member who is gone. */
@SecondaryPort
public interface Remains {

    /** Some messages of one conversation that they sent, as many as one transaction erases. */
    List<Message> messages(String memberId);

    /** A conversation that they are in. */
    Optional<String> conversation(String memberId);

    /** Removes some of what is neither, and orders the next step if there was any. */
    void remove(EraseMember step);
}
