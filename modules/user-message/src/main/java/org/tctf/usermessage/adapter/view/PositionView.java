package org.tctf.usermessage.adapter.view;

import org.tctf.usermessage.domain.Seat;

/** How far a member is: the last message that they have read, and that one of their devices has. Neither ever goes back. */
public record PositionView(String memberId, long read, long delivered) {

    public static PositionView of(Seat seat) {
        return new PositionView(seat.memberId(), seat.readUpTo(), seat.deliveredUpTo());
    }
}
