package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.BLOCK;
import static org.tctf.usermessage.UserMessageService.CONVERSATION;
import static org.tctf.usermessage.UserMessageService.PAIR;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Conversations;
import org.tctf.usermessage.application.Refusals;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.Kind;

/** Who is in which conversation: one item each, 30 KB at most, written only when somebody comes or goes. */
@Singleton
public final class TableConversations implements Conversations {
    private final ServiceTable table;

    public TableConversations(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public Optional<Conversation> of(String conversationId) {
        return table.get(CONVERSATION.key(conversationId), Conversation.class);
    }

    @Override
    public Optional<String> between(String oneId, String otherId) {
        return table.get(PAIR.key(Pair.of(oneId, otherId)), Pair.Has.class).map(Pair.Has::conversationId);
    }

    @Override
    public String start(Conversation conversation, String startedBy) {
        try {
            table.commit(Steps.started(conversation, startedBy));
            return conversation.conversationId();
        } catch (ConditionFailed lost) {
            if (conversation.kind() == Kind.GROUP) {
                throw lost;
            }
            List<String> pair = conversation.memberIds();
            if (isBlock(lost, pair)) {
                throw Refusals.blocked();
            }
            return between(pair.getFirst(), pair.getLast()).orElseThrow(() -> lost);
        }
    }

    private static boolean isBlock(ConditionFailed lost, List<String> pair) {
        return lost.key().equals(BLOCK.key(pair.getFirst(), pair.getLast()))
                || lost.key().equals(BLOCK.key(pair.getLast(), pair.getFirst()));
    }
}
