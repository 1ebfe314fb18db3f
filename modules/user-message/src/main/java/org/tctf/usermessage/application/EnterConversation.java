package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import org.tctf.usermessage.domain.Seat;

/** The door of every conversation: who has no seat in it may not even know that it is there. */
@Singleton
public final class EnterConversation {
    private final Seats seats;

    public EnterConversation(Seats seats) {
        this.seats = seats;
    }

    /** @throws org.tctf.kernel.Problem {@code CONVERSATION_NOT_FOUND} */
    public Seat enter(String conversationId, String memberId) {
        return seats.of(conversationId, memberId).orElseThrow(() -> Refusals.notFound(conversationId));
    }
}
