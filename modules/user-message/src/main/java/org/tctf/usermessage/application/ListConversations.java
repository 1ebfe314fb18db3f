package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Seat;

/** A member's conversations, the newest first, each with how far it is and how much of it is unread. */
@Singleton
public final class ListConversations {
    private final Journal journal;
    private final Seats seats;
    private final People people;

    public ListConversations(Journal journal, Seats seats, People people) {
        this.journal = journal;
        this.seats = seats;
        this.people = people;
    }

    public Page<Shown> list(String memberId, int limit, @Nullable String cursor) {
        Page<String> ids = seats.conversationsOf(memberId, limit, cursor);
        Map<String, Head> heads = journal.heads(ids.items()).stream()
                .collect(Collectors.toMap(Head::conversationId, Function.identity()));
        Map<String, Seat> own = seats.of(ids.items(), memberId).stream()
                .collect(Collectors.toMap(Seat::conversationId, Function.identity()));
        Map<String, String> names = people.names(
                heads.values().stream().flatMap(head -> head.pair().stream()).toList());
        List<Shown> shown = new ArrayList<>();
        for (String id : ids.items()) {
            Head head = heads.get(id);
            Seat seat = own.get(id);
            if (head != null && seat != null) {
                shown.add(new Shown(head, seat, null, names));
            }
        }
        return new Page<>(shown, ids.nextCursor());
    }
}
