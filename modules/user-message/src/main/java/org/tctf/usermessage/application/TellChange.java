package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.PushChange;

/** Shows a change to the devices of everybody in the conversation, and of whom it took out of it. */
@Singleton
public final class TellChange {
    private final Journal journal;
    private final Conversations conversations;
    private final Messages messages;
    private final Devices devices;

    public TellChange(Journal journal, Conversations conversations, Messages messages, Devices devices) {
        this.journal = journal;
        this.conversations = conversations;
        this.messages = messages;
        this.devices = devices;
    }

    public void tell(PushChange order) {
        String id = order.conversationId();
        for (LogEntry entry : journal.changes(id, order.seq() - 1, order.seq(), 1)) {
            conversations
                    .of(id)
                    .ifPresent(conversation -> devices.tell(
                            audience(conversation, entry), () -> new Devices.News.Changed(id, replayed(id, entry))));
        }
    }

    private Replayed replayed(String conversationId, LogEntry entry) {
        @Nullable
        Message message = entry.number() == 0
                ? null
                : messages.of(conversationId, entry.number()).orElse(null);
        return new Replayed(entry, message);
    }

    private static List<String> audience(Conversation conversation, LogEntry entry) {
        Stream<String> there = conversation.members().stream()
                .filter(member -> member.sees(entry.seq(), entry.number()))
                .map(member -> member.memberId());
        Stream<String> gone = switch (entry.kind()) {
            case MEMBER_REMOVED, MEMBER_LEFT -> entry.memberIds().stream();
            case STARTED, SENT, EDITED, DELETED, REACTED, RENAMED, MEMBERS_ADDED, ROLE_CHANGED -> Stream.of();
        };
        return Stream.concat(there, gone).distinct().toList();
    }
}
