package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;
import org.tctf.usermessage.domain.Role;

/** Gives a member of a group another role. */
@Singleton
public final class ChangeRole {
    private final Journal journal;
    private final Conversations conversations;
    private final EnterConversation door;
    private final InstantSource clock;

    public ChangeRole(Journal journal, Conversations conversations, EnterConversation door, InstantSource clock) {
        this.journal = journal;
        this.conversations = conversations;
        this.door = door;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code ROLE_REQUIRED}, {@code OWNER_REQUIRED}, {@code MEMBER_NOT_IN_CONVERSATION} */
    public void change(String by, String conversationId, String memberId, Role role) {
        door.enter(conversationId, by);
        journal.append(conversationId, head -> changed(head, by, memberId, role));
    }

    private Step changed(Head head, String by, String memberId, Role role) {
        Conversation before =
                conversations.of(head.conversationId()).orElseThrow(() -> Refusals.notFound(head.conversationId()));
        Conversation after = before.changed(by, memberId, role);
        return after.equals(before)
                ? new Step.Nothing()
                : new Step.Regroup(
                        LogEntry.ofRole(head.version() + 1, by, clock.instant(), memberId, role), after, null);
    }
}
