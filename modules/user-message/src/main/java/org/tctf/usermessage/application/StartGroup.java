package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.kernel.Ids;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.GroupName;

/** Starts a group with its first members. */
@Singleton
public final class StartGroup {
    private final Conversations conversations;
    private final People people;
    private final Blocks blocks;
    private final Ids ids;
    private final InstantSource clock;

    public StartGroup(Conversations conversations, People people, Blocks blocks, Ids ids, InstantSource clock) {
        this.conversations = conversations;
        this.people = people;
        this.blocks = blocks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Says its id.
     *
     * @throws org.tctf.kernel.Problem {@code MEMBER_NOT_FOUND}, {@code CONVERSATION_BLOCKED}, {@code TOO_MANY_MEMBERS}
     */
    public String start(String owner, GroupName name, List<String> memberIds) {
        AddMembers.requireFew(memberIds);
        StartDirect.requireKnown(people, memberIds);
        AddMembers.requireUnblocked(blocks, owner, memberIds);
        return conversations.start(
                Conversation.group(ids.next().toString(), owner, name, memberIds, clock.instant()), owner);
    }
}
