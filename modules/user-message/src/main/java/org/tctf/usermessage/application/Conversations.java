package org.tctf.usermessage.application;

import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.usermessage.domain.Conversation;

/** Port: who is in which conversation. */
@SecondaryPort
public interface Conversations {

    Optional<Conversation> of(String conversationId);

    /** The conversation that two members have with each other. */
    Optional<String> between(String oneId, String otherId);

    /**
     * Starts one. Of two that would be the direct conversation of the same two members only one starts.
     *
     * @return its id: this one's, or that of the one that was there
     * @throws org.tctf.kernel.Problem {@code CONVERSATION_BLOCKED} when it is a direct one and somebody blocks
     */
    String start(Conversation conversation, String startedBy);
}
