package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Seat;

/** Replays what a client has missed: every change after the last one it knows, in order, and nothing else (ADR 31). */
@Singleton
public final class SyncConversation {
    public static final int MAX_CHANGES = 100;

    /** A page fits into a frame of 128 KB, with the positions of all members. */
    private static final int MAX_WEIGHT = 80_000;

    /**
     * Some of the gap.
     *
     * @param upTo the last change that it covers, from which the client goes on
     * @param isMore whether there is more after it
     * @param positions how far everybody has read, on the last page; a state, since only the newest counts
     */
    public record Gap(String conversationId, List<Replayed> changes, long upTo, boolean isMore, List<Seat> positions) {}

    private final Journal journal;
    private final Messages messages;
    private final Seats seats;
    private final EnterConversation door;

    public SyncConversation(Journal journal, Messages messages, Seats seats, EnterConversation door) {
        this.journal = journal;
        this.messages = messages;
        this.seats = seats;
        this.door = door;
    }

    /**
     * @param after the last change that the client knows; 0 when it knows none
     * @throws Problem {@code SYNC_POSITION_AHEAD} when there is no such change yet, so that the client is wrong
     */
    public Gap sync(String memberId, String conversationId, long after, int limit) {
        Seat seat = door.enter(conversationId, memberId);
        Head head = head(journal, conversationId);
        if (after > head.version()) {
            throw Problem.conflict(
                    "SYNC_POSITION_AHEAD",
                    "This conversation is at change %d, not %d; forget what you have of it and sync from 0."
                            .formatted(head.version(), after));
        }
        long from = Math.max(after, seat.sinceChange() - 1);
        List<LogEntry> entries = journal.changes(conversationId, from, head.version(), limit);
        Map<Long, Message> named = named(conversationId, entries);
        List<Replayed> changes = new ArrayList<>();
        long upTo = from;
        int weight = 0;
        for (LogEntry entry : entries) {
            if (seat.sees(entry)) {
                Replayed change = new Replayed(entry, named.get(entry.number()));
                weight += change.weight();
                if (weight > MAX_WEIGHT && !changes.isEmpty()) {
                    break;
                }
                changes.add(change);
            }
            upTo = entry.seq();
        }
        boolean isMore = upTo < head.version();
        return new Gap(conversationId, changes, upTo, isMore, isMore ? List.of() : seats.in(conversationId));
    }

    private Map<Long, Message> named(String conversationId, List<LogEntry> entries) {
        List<Long> numbers = entries.stream()
                .map(LogEntry::number)
                .filter(number -> number > 0)
                .distinct()
                .toList();
        return messages.of(conversationId, numbers).stream()
                .collect(Collectors.toMap(Message::number, Function.identity()));
    }

    static Head head(Journal journal, String conversationId) {
        return journal.heads(List.of(conversationId)).stream()
                .findFirst()
                .orElseThrow(() -> Refusals.notFound(conversationId));
    }
}
