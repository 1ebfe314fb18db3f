package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;

/** The next step of an erasure: some messages, or a seat, or the rest; each is one transaction that orders the next. */
@Singleton
public final class EraseRemains {
    private final Remains remains;
    private final Journal journal;
    private final Conversations conversations;
    private final Messages messages;
    private final InstantSource clock;

    public EraseRemains(
            Remains remains, Journal journal, Conversations conversations, Messages messages, InstantSource clock) {
        this.remains = remains;
        this.journal = journal;
        this.conversations = conversations;
        this.messages = messages;
        this.clock = clock;
    }

    public void erase(EraseMember step) {
        List<Message> written = remains.messages(step.memberId());
        Optional<String> joined = remains.conversation(step.memberId());
        if (!written.isEmpty()) {
            journal.append(written.getFirst().conversationId(), head -> silenced(head, step, written));
        } else if (joined.isPresent()) {
            journal.append(joined.get(), head -> gone(head, step));
        } else {
            remains.remove(step);
        }
    }

    private Step silenced(Head head, EraseMember step, List<Message> written) {
        Instant now = clock.instant();
        List<LogEntry> entries = new ArrayList<>();
        List<Message> silent = new ArrayList<>();
        List<Long> numbers = written.stream().map(Message::number).toList();
        for (Message message : messages.of(head.conversationId(), numbers)) {
            if (!message.isDeleted()) {
                long change = head.version() + 1 + entries.size();
                entries.add(LogEntry.ofMessage(change, ChangeKind.DELETED, step.memberId(), now, message.number()));
                silent.add(message.deleted(change, now));
            }
        }
        return new Step.Erase(entries, silent, step);
    }

    private Step gone(Head head, EraseMember step) {
        Conversation before =
                conversations.of(head.conversationId()).orElseThrow(() -> Refusals.notFound(head.conversationId()));
        LogEntry entry = LogEntry.ofMembers(
                head.version() + 1, ChangeKind.MEMBER_LEFT, step.memberId(), clock.instant(), List.of(step.memberId()));
        return new Step.Regroup(entry, before.gone(step.memberId()), step);
    }
}
