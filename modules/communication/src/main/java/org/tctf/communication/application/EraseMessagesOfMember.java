package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.domain.EraseMessages;

/** Erases what was written to a member who is gone. */
@Singleton
public class EraseMessagesOfMember {
    private final Messages messages;

    public EraseMessagesOfMember(Messages messages) {
        this.messages = messages;
    }

    /** @param gone when they were gone: what is written to their address later is somebody else's */
    public void erase(EraseMessages command, Instant gone) {
        messages.eraseSomeOf(command, gone);
    }
}
