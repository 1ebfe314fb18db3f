package org.tctf.usermessage.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Message;

/** What was decided on a conversation as its head was read, to be written if that is still its head. */
public sealed interface Step {

    /** It is so already. */
    record Nothing() implements Step {}

    /**
     * One message more.
     *
     * @param peer in a direct conversation the other one: neither may have blocked the other at that moment
     * @param digest of what the client sent, for when it sends the same id again
     */
    record Send(
            Head before,
            LogEntry entry,
            Message message,
            @Nullable String peer,
            String digest) implements Step {}

    /** A message has become another one. */
    record Alter(LogEntry entry, Message message) implements Step {}

    /** Others are in it, or it has another name. */
    record Regroup(
            LogEntry entry, Conversation after, @Nullable EraseMember next) implements Step {}

    /** Messages of a member who is gone say nothing any more. */
    record Erase(List<LogEntry> entries, List<Message> messages, EraseMember next) implements Step {

        public Erase {
            entries = List.copyOf(entries);
            messages = List.copyOf(messages);
        }
    }
}
