package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Seat;

/**
 * Searches the newest messages of all conversations of a member, a few hits of each; who wants all of one asks that
 * conversation.
 */
@Singleton
public final class SearchMessages {
    /** Conversations of a page. */
    public static final int CONVERSATIONS = 10;

    /** Messages of each that are looked at. */
    public static final int MESSAGES = 300;

    /** Hits of each. */
    public static final int HITS = 5;

    private final Seats seats;
    private final Messages messages;

    public SearchMessages(Seats seats, Messages messages) {
        this.seats = seats;
        this.messages = messages;
    }

    /** A page covers ten conversations, and holds what was found in them; perhaps nothing. */
    public Page<Message> search(String memberId, Words words, @Nullable String cursor) {
        Page<String> conversations = seats.conversationsOf(memberId, CONVERSATIONS, cursor);
        List<Message> hits = new ArrayList<>();
        for (Seat seat : seats.of(conversations.items(), memberId)) {
            messages.after(seat.conversationId(), seat.afterMessage(), MESSAGES, null).items().stream()
                    .filter(message -> words.areIn(message.text()))
                    .limit(HITS)
                    .forEach(hits::add);
        }
        return new Page<>(hits, conversations.nextCursor());
    }
}
