package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.SEAT;
import static org.tctf.usermessage.UserMessageService.SEAT_OF;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.Write;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Seats;
import org.tctf.usermessage.domain.ChatMessageRead;
import org.tctf.usermessage.domain.PushPosition;
import org.tctf.usermessage.domain.Seat;

/** Seats, found from both sides. How far somebody is does not go through the conversation's head: see ADR 31. */
@Singleton
public final class TableSeats implements Seats {
    private final ServiceTable table;

    public TableSeats(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public Optional<Seat> of(String conversationId, String memberId) {
        return table.get(SEAT.key(conversationId, memberId), Seat.class);
    }

    @Override
    public List<Seat> in(String conversationId) {
        return table.list(SEAT.query(conversationId), Seat.class);
    }

    @Override
    public List<Seat> of(Collection<String> conversationIds, String memberId) {
        return table.getAll(
                conversationIds.stream().map(id -> SEAT.key(id, memberId)).toList(), Seat.class);
    }

    @Override
    public Page<String> conversationsOf(String memberId, int limit, @Nullable String cursor) {
        return table.page(SEAT_OF.query(memberId).descending().limit(limit), cursor, Steps.SeatOf.class)
                .map(Steps.SeatOf::conversationId);
    }

    @Override
    public Optional<Seat> move(String conversationId, String memberId, long read, long delivered, Instant now) {
        return table.retrying(() -> {
            Optional<Seat> before = of(conversationId, memberId);
            before.ifPresent(seat -> move(seat, seat.moved(read, delivered), now));
            return before.map(seat -> seat.moved(read, delivered));
        });
    }

    private void move(Seat before, Seat after, Instant now) {
        if (after.equals(before)) {
            return;
        }
        String id = after.conversationId();
        Change change = Change.none()
                .write(new Write.Update(
                        SEAT.key(id, after.memberId()),
                        Map.of(
                                "readUpTo", BigDecimal.valueOf(after.readUpTo()),
                                "deliveredUpTo", BigDecimal.valueOf(after.deliveredUpTo())),
                        Map.of(),
                        Condition.equal("readUpTo", before.readUpTo())
                                .and(Condition.equal("deliveredUpTo", before.deliveredUpTo()))))
                .enqueue(new PushPosition(id, after.memberId()));
        table.commit(
                after.readUpTo() == before.readUpTo()
                        ? change
                        : change.raise(
                                id,
                                after.readUpTo(),
                                new ChatMessageRead(id, after.memberId(), after.readUpTo(), now)));
    }
}
