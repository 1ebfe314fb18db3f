package org.tctf.communication.application;

import jakarta.inject.Singleton;

/** Erases what was written to a member who is gone. */
@Singleton
public class EraseMessagesOfMember {
    private final Messages messages;

    public EraseMessagesOfMember(Messages messages) {
        this.messages = messages;
    }

    public void erase(String memberId) {
        messages.eraseSomeOf(memberId);
    }
}
