package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.Conversation;

/** Opens the conversation that two members have with each other; there is only ever one. */
@Singleton
public final class StartDirect {
    private final Conversations conversations;
    private final People people;
    private final Blocks blocks;
    private final Ids ids;
    private final InstantSource clock;

    public StartDirect(Conversations conversations, People people, Blocks blocks, Ids ids, InstantSource clock) {
        this.conversations = conversations;
        this.people = people;
        this.blocks = blocks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Says its id.
     *
     * @throws Problem {@code MEMBER_NOT_FOUND}, {@code CONVERSATION_WITH_ONESELF}, {@code CONVERSATION_BLOCKED}
     */
    public String start(String memberId, String otherId) {
        if (memberId.equals(otherId)) {
            throw Problem.invalid("CONVERSATION_WITH_ONESELF", "A conversation needs somebody else.");
        }
        Optional<String> known = conversations.between(memberId, otherId);
        if (known.isPresent()) {
            return known.get();
        }
        requireKnown(people, List.of(otherId));
        if (!blocks.between(memberId, List.of(otherId)).isEmpty()) {
            throw Refusals.blocked();
        }
        return conversations.start(
                Conversation.direct(ids.next().toString(), memberId, otherId, clock.instant()), memberId);
    }

    static void requireKnown(People people, List<String> memberIds) {
        var names = people.names(memberIds);
        for (String id : memberIds) {
            if (!names.containsKey(id)) {
                throw Problem.notFound("MEMBER_NOT_FOUND", "There is no member %s.".formatted(id));
            }
        }
    }
}
