package org.tctf.usermessage.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * A message as it is now. What it said before an edit, and what a deleted one said, is kept nowhere.
 *
 * @param number its place in the conversation: 1, 2, 3 …, without gaps
 * @param revision the change that made it what it is
 * @param reactions one of each member at most
 */
@Entity
public record Message(
        String conversationId,
        @Identity long number,
        long revision,
        String clientMessageId,
        String senderId,
        Instant sentAt,
        String text,
        List<String> mediaIds,
        @Nullable Long repliesTo,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        Map<String, String> reactions) {
    public static final Duration EDITABLE = Duration.ofMinutes(15);

    public Message {
        mediaIds = List.copyOf(mediaIds);
        reactions = Map.copyOf(reactions);
    }

    /** The next message of a conversation. */
    public static Message next(Head head, Draft draft, String senderId, Instant now) {
        return new Message(
                draft.conversationId(),
                head.lastNumber() + 1,
                head.version() + 1,
                draft.clientMessageId(),
                senderId,
                now,
                draft.text(),
                draft.mediaIds(),
                draft.repliesTo(),
                null,
                null,
                Map.of());
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /**
     * Says something else now; itself when it says that already.
     *
     * @throws Problem when it is another's, deleted, or too old
     */
    public Message edited(String by, String newText, long change, Instant now) {
        Draft.requireText(newText);
        requireThere();
        if (!senderId.equals(by)) {
            throw Problem.forbidden("NOT_YOUR_MESSAGE", "Only who sent message %d may edit it.".formatted(number));
        }
        if (newText.equals(text)) {
            return this;
        }
        if (newText.isBlank() && mediaIds.isEmpty()) {
            throw Problem.invalid("INVALID_MESSAGE", "A message has a text or media; delete it instead.")
                    .at("/text");
        }
        if (now.isAfter(sentAt.plus(EDITABLE))) {
            throw Problem.conflict(
                    "EDIT_WINDOW_OVER",
                    "Message %d could be edited for %d minutes; delete it, or send another."
                            .formatted(number, EDITABLE.toMinutes()));
        }
        return new Message(
                conversationId,
                number,
                change,
                clientMessageId,
                senderId,
                sentAt,
                newText,
                mediaIds,
                repliesTo,
                now,
                null,
                reactions);
    }

    /** Says nothing any more; itself when it is deleted already. */
    public Message deleted(long change, Instant now) {
        return isDeleted()
                ? this
                : new Message(
                        conversationId,
                        number,
                        change,
                        clientMessageId,
                        senderId,
                        sentAt,
                        "",
                        List.of(),
                        null,
                        null,
                        now,
                        Map.of());
    }

    /**
     * With this member's reaction, or without it; itself when it is so already.
     *
     * @throws Problem when it is deleted
     */
    public Message reacted(String by, @Nullable Emoji emoji, long change) {
        requireThere();
        Map<String, String> more = new HashMap<>(reactions);
        if (emoji == null) {
            more.remove(by);
        } else {
            more.put(by, emoji.value());
        }
        return more.equals(reactions) ? this : with(more, change);
    }

    private Message with(Map<String, String> others, long change) {
        return new Message(
                conversationId,
                number,
                change,
                clientMessageId,
                senderId,
                sentAt,
                text,
                mediaIds,
                repliesTo,
                editedAt,
                deletedAt,
                others);
    }

    private void requireThere() {
        if (isDeleted()) {
            throw Problem.conflict("MESSAGE_DELETED", "Message %d was deleted.".formatted(number));
        }
    }
}
