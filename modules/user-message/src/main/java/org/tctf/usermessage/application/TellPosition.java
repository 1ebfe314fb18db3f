package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.PushPosition;
import org.tctf.usermessage.domain.Seat;

/** Shows how far a member is to their own devices, and in a small conversation to everybody's. */
@Singleton
public final class TellPosition {
    private final Conversations conversations;
    private final Seats seats;
    private final Devices devices;

    public TellPosition(Conversations conversations, Seats seats, Devices devices) {
        this.conversations = conversations;
        this.seats = seats;
        this.devices = devices;
    }

    public void tell(PushPosition order) {
        seats.of(order.conversationId(), order.memberId())
                .ifPresent(seat -> devices.tell(audience(seat), () -> new Devices.News.Moved(seat)));
    }

    private List<String> audience(Seat seat) {
        return conversations
                .of(seat.conversationId())
                .map(Conversation::memberIds)
                .filter(members -> members.size() <= SayTyping.SMALL)
                .orElse(List.of(seat.memberId()));
    }
}
