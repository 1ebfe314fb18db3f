package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Seat;

/** What editing, deleting and reacting have in common: one message becomes another one, in one change. */
@Singleton
public final class AlterMessage {

    /** When it happens. */
    record Moment(long change, Instant now) {}

    private final Journal journal;
    private final Messages messages;
    private final EnterConversation door;
    private final InstantSource clock;

    public AlterMessage(Journal journal, Messages messages, EnterConversation door, InstantSource clock) {
        this.journal = journal;
        this.messages = messages;
        this.door = door;
        this.clock = clock;
    }

    Message alter(
            String by,
            String conversationId,
            long number,
            ChangeKind kind,
            BiFunction<Message, Moment, Message> become) {
        AtomicReference<@Nullable Message> altered = new AtomicReference<>();
        journal.append(conversationId, head -> {
            Seat seat = door.enter(conversationId, by);
            Message before = SendMessage.requireSeen(messages, seat, number);
            Moment moment = new Moment(head.version() + 1, clock.instant());
            Message after = become.apply(before, moment);
            altered.set(after);
            return after.equals(before)
                    ? new Step.Nothing()
                    : new Step.Alter(LogEntry.ofMessage(moment.change(), kind, by, moment.now(), number), after);
        });
        Message message = altered.get();
        if (message == null) {
            throw new IllegalStateException("the journal appended without a decision");
        }
        return message;
    }
}
