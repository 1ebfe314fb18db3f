package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Problem.Kind;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Draft;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Seat;

/** Sends a message once, however often the client sends it; who sends has read what came before. */
@Singleton
public final class SendMessage {
    private final Journal journal;
    private final Messages messages;
    private final SentIds sentIds;
    private final EnterConversation door;
    private final Blocks blocks;
    private final InstantSource clock;

    public SendMessage(
            Journal journal,
            Messages messages,
            SentIds sentIds,
            EnterConversation door,
            Blocks blocks,
            InstantSource clock) {
        this.journal = journal;
        this.messages = messages;
        this.sentIds = sentIds;
        this.door = door;
        this.blocks = blocks;
        this.clock = clock;
    }

    /**
     * The message, as it is now.
     *
     * @throws Problem {@code MESSAGE_ID_REUSED} when the client's id stands for another message, {@code
     *     CONVERSATION_BLOCKED}, {@code CONVERSATION_CLOSED}, {@code MESSAGE_NOT_FOUND} when it replies to none
     */
    public Message send(String senderId, Draft draft) {
        AtomicReference<@Nullable Message> sent = new AtomicReference<>();
        journal.append(draft.conversationId(), head -> {
            Optional<Message> before = sentBefore(senderId, draft);
            sent.set(before.orElse(null));
            if (before.isPresent()) {
                return new Step.Nothing();
            }
            Step.Send step = next(head, senderId, draft);
            sent.set(step.message());
            return step;
        });
        Message message = sent.get();
        if (message == null) {
            throw new IllegalStateException("the journal appended without a decision");
        }
        return message;
    }

    private Optional<Message> sentBefore(String senderId, Draft draft) {
        return sentIds.of(senderId, draft.clientMessageId()).map(sent -> {
            if (!sent.digest().equals(draft.digest())) {
                throw Problem.of(
                        Kind.UNPROCESSABLE,
                        "MESSAGE_ID_REUSED",
                        "You have sent another message as %s; give each message an id of its own."
                                .formatted(draft.clientMessageId()));
            }
            return require(messages, sent.conversationId(), sent.number());
        });
    }

    private Step.Send next(Head head, String senderId, Draft draft) {
        Seat seat = door.enter(head.conversationId(), senderId);
        String peer = head.peerOf(senderId);
        boolean isDirect = !head.pair().isEmpty();
        if (isDirect && peer == null) {
            throw Problem.conflict("CONVERSATION_CLOSED", "The other member is gone; nobody would read it.");
        }
        if (peer != null && !blocks.between(senderId, List.of(peer)).isEmpty()) {
            throw Refusals.blocked();
        }
        Long answered = draft.repliesTo();
        if (answered != null) {
            requireSeen(messages, seat, answered);
        }
        Instant now = clock.instant();
        Message message = Message.next(head, draft, senderId, now);
        LogEntry entry = LogEntry.ofMessage(message.revision(), ChangeKind.SENT, senderId, now, message.number());
        return new Step.Send(head, entry, message, peer, draft.digest());
    }

    /** @throws Problem {@code MESSAGE_NOT_FOUND} when there is none, or it was there before its reader */
    static Message requireSeen(Messages messages, Seat seat, long number) {
        if (number <= seat.afterMessage()) {
            throw notFound(number);
        }
        return require(messages, seat.conversationId(), number);
    }

    private static Message require(Messages messages, String conversationId, long number) {
        return messages.of(conversationId, number).orElseThrow(() -> notFound(number));
    }

    private static Problem notFound(long number) {
        return Problem.notFound("MESSAGE_NOT_FOUND", "There is no message %d for you here.".formatted(number));
    }
}
