package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Seat;

/** One conversation with everybody in it. */
@Singleton
public final class ShowConversation {
    private final Journal journal;
    private final Conversations conversations;
    private final Seats seats;
    private final EnterConversation door;
    private final People people;

    public ShowConversation(
            Journal journal, Conversations conversations, Seats seats, EnterConversation door, People people) {
        this.journal = journal;
        this.conversations = conversations;
        this.seats = seats;
        this.door = door;
        this.people = people;
    }

    /** @throws org.tctf.kernel.Problem {@code CONVERSATION_NOT_FOUND} */
    public Shown show(String memberId, String conversationId) {
        Seat seat = door.enter(conversationId, memberId);
        Conversation conversation =
                conversations.of(conversationId).orElseThrow(() -> Refusals.notFound(conversationId));
        return new Shown(
                SyncConversation.head(journal, conversationId),
                seat,
                new Shown.Whole(conversation, seats.in(conversationId)),
                people.names(conversation.memberIds()));
    }
}
