package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Seat;

/** Says how far a member has got and read a conversation; it only ever goes forward. */
@Singleton
public final class MovePosition {
    private final Journal journal;
    private final Seats seats;
    private final EnterConversation door;
    private final InstantSource clock;

    public MovePosition(Journal journal, Seats seats, EnterConversation door, InstantSource clock) {
        this.journal = journal;
        this.seats = seats;
        this.door = door;
        this.clock = clock;
    }

    /**
     * The position after it.
     *
     * @param read the last message that was read, 0 for none
     * @param delivered the last message that is there, 0 for none; what was read is there too
     * @throws Problem {@code POSITION_AHEAD} when there is no such message yet
     */
    public Seat move(String memberId, String conversationId, long read, long delivered) {
        door.enter(conversationId, memberId);
        Head head = SyncConversation.head(journal, conversationId);
        if (Math.max(read, delivered) > head.lastNumber()) {
            throw Problem.conflict(
                    "POSITION_AHEAD",
                    "The last message is %d; nobody has read %d."
                            .formatted(head.lastNumber(), Math.max(read, delivered)));
        }
        return seats.move(conversationId, memberId, read, delivered, clock.instant())
                .orElseThrow(() -> Refusals.notFound(conversationId));
    }
}
