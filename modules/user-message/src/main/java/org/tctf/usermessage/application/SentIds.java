package org.tctf.usermessage.application;

import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Port: which messages a member's clients have sent, by the ids that these chose. */
@SecondaryPort
@FunctionalInterface
public interface SentIds {

    /** What became of an id. */
    record Sent(String clientMessageId, String conversationId, long number, String digest) {}

    Optional<Sent> of(String memberId, String clientMessageId);
}
