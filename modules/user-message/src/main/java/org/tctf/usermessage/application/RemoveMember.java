package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;

/** Takes a member out of a group: themselves, or somebody else. */
@Singleton
public final class RemoveMember {
    private final Journal journal;
    private final Conversations conversations;
    private final EnterConversation door;
    private final InstantSource clock;

    public RemoveMember(Journal journal, Conversations conversations, EnterConversation door, InstantSource clock) {
        this.journal = journal;
        this.conversations = conversations;
        this.door = door;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code ROLE_REQUIRED}, {@code MEMBER_NOT_IN_CONVERSATION} */
    public void remove(String by, String conversationId, String memberId) {
        door.enter(conversationId, by);
        journal.append(conversationId, head -> removed(head, by, memberId));
    }

    private Step removed(Head head, String by, String memberId) {
        Conversation before = conversations
                .of(head.conversationId())
                .filter(conversation -> conversation.member(by).isPresent())
                .orElseThrow(() -> Refusals.notFound(head.conversationId()));
        boolean isLeaving = by.equals(memberId);
        Conversation after = isLeaving ? before.left(by) : before.without(by, memberId);
        Instant now = clock.instant();
        ChangeKind kind = isLeaving ? ChangeKind.MEMBER_LEFT : ChangeKind.MEMBER_REMOVED;
        return new Step.Regroup(LogEntry.ofMembers(head.version() + 1, kind, by, now, List.of(memberId)), after, null);
    }
}
