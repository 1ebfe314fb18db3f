package org.tctf.communication.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.communication.domain.EraseMessages;
import org.tctf.communication.domain.Message;
import org.tctf.kernel.Decision;

/** Port: all messages, each until 90 days after it was queued. */
public interface Messages {

    Optional<Message> find(String id);

    /** Keeps new messages and has them sent, as one; at most fourteen: a mail, three posts, ten pushes. */
    void queue(List<Message> messages);

    /** Changes a message, if there still is one; decided again when somebody else was faster. */
    void decide(String id, Function<Message, Decision<Message>> decision);

    /** Messages that were queued until then and are not sent yet, oldest first. */
    List<Message> waitingSince(Instant until, int limit);

    /** Erases as many of a member's messages as fit into one commit, and has the rest erased after. */
    void eraseSomeOf(EraseMessages command, Instant gone);
}
