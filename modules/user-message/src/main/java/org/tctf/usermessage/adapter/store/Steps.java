package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.BLOCK;
import static org.tctf.usermessage.UserMessageService.CHANGE;
import static org.tctf.usermessage.UserMessageService.CONVERSATION;
import static org.tctf.usermessage.UserMessageService.HEAD;
import static org.tctf.usermessage.UserMessageService.MESSAGE;
import static org.tctf.usermessage.UserMessageService.OWN_MESSAGE;
import static org.tctf.usermessage.UserMessageService.PAIR;
import static org.tctf.usermessage.UserMessageService.SEAT;
import static org.tctf.usermessage.UserMessageService.SEAT_OF;
import static org.tctf.usermessage.UserMessageService.SENT;
import static org.tctf.usermessage.adapter.store.Numbers.sortable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.Write;
import org.tctf.usermessage.application.SentIds;
import org.tctf.usermessage.application.Step;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.ChatMessageSent;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.ConversationStarted;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.Kind;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.Participant;
import org.tctf.usermessage.domain.PushChange;
import org.tctf.usermessage.domain.Seat;

/** What has been decided, as one write: the head, the log, what they are about, the fact and the order to tell devices. */
final class Steps {
    /** How long a client may send the same message again; longer than any phone lies in a drawer. */
    private static final Duration SENT_KEPT = Duration.ofDays(90);

    /** An index that still names what is already gone has caught up by then. */
    private static final Duration INDEX_LAG = Duration.ofSeconds(5);

    private Steps() {}

    static Change change(Head before, Step step) {
        return switch (step) {
            case Step.Nothing() -> Change.none();
            case Step.Send send -> sent(send);
            case Step.Alter(var entry, var message) ->
                logged(before.conversationId(), entry)
                        .replace(Row.of(HEAD.key(before.conversationId()), before.after(1)), before.version())
                        .put(row(message));
            case Step.Regroup(var entry, var after, var next) -> regrouped(before, entry, after, next);
            case Step.Erase(var entries, var messages, var next) -> erased(before, entries, messages, next);
        };
    }

    static Change started(Conversation conversation, String startedBy) {
        String id = conversation.conversationId();
        LogEntry entry = LogEntry.ofMembers(
                1, ChangeKind.STARTED, startedBy, conversation.startedAt(), conversation.memberIds());
        Change change = logged(id, entry)
                .create(Row.of(HEAD.key(id), Head.first(conversation)))
                .create(Row.of(CONVERSATION.key(id), conversation))
                .raise(
                        id,
                        1,
                        new ConversationStarted(
                                id,
                                conversation.kind(),
                                startedBy,
                                conversation.memberIds(),
                                conversation.startedAt()));
        for (Participant member : conversation.members()) {
            change = change.and(seated(id, member));
        }
        if (conversation.kind() == Kind.DIRECT) {
            List<String> pair = conversation.memberIds();
            change = change.create(Row.of(PAIR.key(Pair.of(pair.getFirst(), pair.getLast())), new Pair.Has(id)))
                    .and(unblocked(pair.getFirst(), pair.getLast()));
        }
        return change;
    }

    private static Change sent(Step.Send send) {
        Message message = send.message();
        String id = message.conversationId();
        Head after = send.before().after(message);
        BigDecimal number = BigDecimal.valueOf(message.number());
        Change change = logged(id, send.entry())
                .replace(Row.of(HEAD.key(id), after), send.before().version())
                .create(row(message))
                .create(Row.of(
                                SENT.key(message.senderId(), message.clientMessageId()),
                                new SentIds.Sent(message.clientMessageId(), id, message.number(), send.digest()))
                        .expires(message.sentAt().plus(SENT_KEPT)))
                .write(new Write.Update(
                        SEAT.key(id, message.senderId()),
                        Map.of("readUpTo", number, "deliveredUpTo", number),
                        Map.of(),
                        Condition.present()))
                .raise(id, after.version(), ChatMessageSent.of(after, message));
        String peer = send.peer();
        return peer == null ? change : change.and(unblocked(message.senderId(), peer));
    }

    private static Change regrouped(Head before, LogEntry entry, Conversation after, @Nullable EraseMember next) {
        String id = before.conversationId();
        Change change = logged(id, entry)
                .replace(Row.of(HEAD.key(id), before.after(after)), before.version())
                .replace(Row.of(CONVERSATION.key(id), after), after.version() - 1);
        Set<String> there = new HashSet<>(after.memberIds());
        for (String memberId : entry.memberIds()) {
            if (!there.contains(memberId)) {
                change = change.delete(SEAT.key(id, memberId)).delete(SEAT_OF.key(memberId, id));
            }
        }
        for (Participant member : after.members()) {
            if (member.sinceChange() == entry.seq()) {
                change = change.and(seated(id, member));
            }
        }
        if (before.pair().size() == 2 && after.members().size() < 2) {
            change = change.delete(
                    PAIR.key(Pair.of(before.pair().getFirst(), before.pair().getLast())));
        }
        return next == null ? change : change.enqueue(next);
    }

    private static Change erased(Head before, List<LogEntry> entries, List<Message> messages, EraseMember next) {
        if (entries.isEmpty()) {
            return Change.none().enqueue(next, INDEX_LAG);
        }
        String id = before.conversationId();
        Change change = Change.none()
                .replace(Row.of(HEAD.key(id), before.after(entries.size())), before.version())
                .enqueue(next);
        for (LogEntry entry : entries) {
            change = change.and(logged(id, entry));
        }
        for (Message message : messages) {
            change = change.put(row(message));
        }
        return change;
    }

    private static Change logged(String conversationId, LogEntry entry) {
        return Change.none()
                .create(Row.of(CHANGE.key(conversationId, sortable(entry.seq())), entry))
                .enqueue(new PushChange(conversationId, entry.seq()));
    }

    private static Change seated(String conversationId, Participant member) {
        return Change.none()
                .put(Row.of(SEAT.key(conversationId, member.memberId()), Seat.of(conversationId, member)))
                .put(Row.of(
                        SEAT_OF.key(member.memberId(), conversationId), new SeatOf(conversationId, member.joinedAt())));
    }

    private static Change unblocked(String one, String other) {
        return Change.none()
                .require(BLOCK.key(one, other), Condition.absent())
                .require(BLOCK.key(other, one), Condition.absent());
    }

    /** Who deletes a message, or is erased, is no longer found by it. */
    private static Row row(Message message) {
        String number = sortable(message.number());
        Row row = Row.of(MESSAGE.key(message.conversationId(), number), message);
        return message.isDeleted() ? row : row.index(OWN_MESSAGE, message.senderId(), message.conversationId(), number);
    }

    /** Says that a member is in a conversation. */
    record SeatOf(String conversationId, Instant joinedAt) {}
}
