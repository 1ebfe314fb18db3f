package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Seat;

/** A conversation's messages, the newest first: all, or those that have the words. */
@Singleton
public final class ListMessages {
    /** Pages that one search reads; then it answers with what it found, and a cursor to go on with. */
    private static final int PAGES = 20;

    private final Messages messages;
    private final EnterConversation door;

    public ListMessages(Messages messages, EnterConversation door) {
        this.messages = messages;
        this.door = door;
    }

    /**
     * @param words with which a page can hold fewer than the limit, even none, and have a cursor to go on with
     * @throws org.tctf.kernel.Problem {@code CONVERSATION_NOT_FOUND}
     */
    public Page<Message> list(
            String memberId, String conversationId, @Nullable Words words, int limit, @Nullable String cursor) {
        Seat seat = door.enter(conversationId, memberId);
        return words == null
                ? messages.after(conversationId, seat.afterMessage(), limit, cursor)
                : found(seat, words, limit, cursor);
    }

    private Page<Message> found(Seat seat, Words words, int limit, @Nullable String cursor) {
        List<Message> hits = new ArrayList<>();
        String next = cursor;
        for (int pages = 0; pages < PAGES; pages++) {
            Page<Message> page = messages.after(seat.conversationId(), seat.afterMessage(), limit, next);
            List<Message> more = page.items().stream()
                    .filter(message -> words.areIn(message.text()))
                    .toList();
            if (hits.size() + more.size() > limit) {
                // Read once more when the caller goes on: a cursor stands at a page's end only.
                return new Page<>(hits, next);
            }
            hits.addAll(more);
            next = page.nextCursor();
            if (next == null) {
                break;
            }
        }
        return new Page<>(hits, next);
    }
}
