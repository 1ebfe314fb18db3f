package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.web.ETag;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.GroupName;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;

/** Gives a group another name. */
@Singleton
public final class RenameGroup {
    private final Journal journal;
    private final Conversations conversations;
    private final EnterConversation door;
    private final InstantSource clock;

    public RenameGroup(Journal journal, Conversations conversations, EnterConversation door, InstantSource clock) {
        this.journal = journal;
        this.conversations = conversations;
        this.door = door;
        this.clock = clock;
    }

    /**
     * @param ifMatch the version that the caller has seen, as an entity tag; any when absent
     * @throws org.tctf.kernel.Problem {@code ROLE_REQUIRED}, {@code VERSION_MISMATCH}
     */
    public void rename(String by, String conversationId, GroupName name, @Nullable String ifMatch) {
        door.enter(conversationId, by);
        journal.append(conversationId, head -> renamed(head, by, name, ifMatch));
    }

    private Step renamed(Head head, String by, GroupName name, @Nullable String ifMatch) {
        Conversation before =
                conversations.of(head.conversationId()).orElseThrow(() -> Refusals.notFound(head.conversationId()));
        ETag.check(ifMatch, before.version());
        Conversation after = before.renamed(by, name);
        return after.equals(before)
                ? new Step.Nothing()
                : new Step.Regroup(LogEntry.ofName(head.version() + 1, by, clock.instant(), after.name()), after, null);
    }
}
