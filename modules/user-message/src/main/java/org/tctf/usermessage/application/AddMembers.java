package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;

/** Adds members to a group; they see what comes from then on. Adding somebody who is in it changes nothing. */
@Singleton
public final class AddMembers {
    private final Journal journal;
    private final Conversations conversations;
    private final EnterConversation door;
    private final People people;
    private final Blocks blocks;
    private final InstantSource clock;

    public AddMembers(
            Journal journal,
            Conversations conversations,
            EnterConversation door,
            People people,
            Blocks blocks,
            InstantSource clock) {
        this.journal = journal;
        this.conversations = conversations;
        this.door = door;
        this.people = people;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** @throws Problem {@code ROLE_REQUIRED}, {@code GROUP_FULL}, {@code MEMBER_NOT_FOUND}, {@code CONVERSATION_BLOCKED} */
    public void add(String by, String conversationId, List<String> memberIds) {
        requireFew(memberIds);
        door.enter(conversationId, by);
        StartDirect.requireKnown(people, memberIds);
        requireUnblocked(blocks, by, memberIds);
        journal.append(conversationId, head -> added(head, by, memberIds));
    }

    private Step added(Head head, String by, List<String> memberIds) {
        Conversation before =
                conversations.of(head.conversationId()).orElseThrow(() -> Refusals.notFound(head.conversationId()));
        List<String> missing = before.missing(memberIds);
        Instant now = clock.instant();
        Conversation after = before.with(by, missing, head, now);
        return missing.isEmpty()
                ? new Step.Nothing()
                : new Step.Regroup(
                        LogEntry.ofMembers(head.version() + 1, ChangeKind.MEMBERS_ADDED, by, now, missing),
                        after,
                        null);
    }

    static void requireFew(List<String> memberIds) {
        if (memberIds.isEmpty() || memberIds.size() > Conversation.AT_ONCE) {
            throw Problem.invalid(
                            "TOO_MANY_MEMBERS",
                            "Name 1 to %d members; add more with further requests.".formatted(Conversation.AT_ONCE))
                    .at("/memberIds");
        }
    }

    static void requireUnblocked(Blocks blocks, String by, List<String> memberIds) {
        for (String blocked : blocks.between(by, memberIds)) {
            throw Problem.forbidden(
                    "CONVERSATION_BLOCKED", "You and %s cannot write to each other.".formatted(blocked));
        }
    }
}
