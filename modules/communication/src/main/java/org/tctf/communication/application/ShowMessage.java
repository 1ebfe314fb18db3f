package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.tctf.communication.domain.Message;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Shows what became of one message. */
@Singleton
public class ShowMessage {
    private final Messages messages;

    public ShowMessage(Messages messages) {
        this.messages = messages;
    }

    /** @throws Problem {@code MESSAGE_NOT_FOUND}, also for a message to somebody else */
    public Message show(Principal asker, String id) {
        return messages.find(id)
                .filter(message -> MessageRights.maySee(asker, message.to().memberId()))
                .orElseThrow(() -> Problem.notFound(
                        "MESSAGE_NOT_FOUND",
                        "There is no message %s of yours; the log keeps messages for 90 days.".formatted(id)));
    }
}
