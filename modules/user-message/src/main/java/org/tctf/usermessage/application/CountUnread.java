package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Seat;

/** How many messages a member has not read, in how many conversations. */
@Singleton
public final class CountUnread {
    private static final int AT_ONCE = 100;

    /** Messages, and conversations that have any. */
    public record Unread(long messages, long conversations) {}

    private final Journal journal;
    private final Seats seats;

    public CountUnread(Journal journal, Seats seats) {
        this.journal = journal;
        this.seats = seats;
    }

    public Unread count(String memberId) {
        long messages = 0;
        long conversations = 0;
        String cursor = null;
        do {
            Page<String> page = seats.conversationsOf(memberId, AT_ONCE, cursor);
            for (long unread : unread(memberId, page)) {
                messages += unread;
                conversations += unread > 0 ? 1 : 0;
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return new Unread(messages, conversations);
    }

    private long[] unread(String memberId, Page<String> page) {
        Map<String, Head> heads = journal.heads(page.items()).stream()
                .collect(Collectors.toMap(Head::conversationId, Function.identity()));
        return seats.of(page.items(), memberId).stream()
                .mapToLong(seat -> unread(seat, heads.get(seat.conversationId())))
                .toArray();
    }

    private static long unread(Seat seat, @Nullable Head head) {
        return head == null ? 0 : seat.unread(head);
    }
}
