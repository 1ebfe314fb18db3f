package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.Conversation;

/** Tells the others that somebody is writing. It is told at once or never, and stored nowhere. */
@Singleton
public final class SayTyping {
    /** In larger conversations nobody is told who types, is here, or has read: it would be told as often as there are pairs. */
    public static final int SMALL = 32;

    private final Conversations conversations;
    private final EnterConversation door;
    private final Blocks blocks;
    private final Devices devices;

    public SayTyping(Conversations conversations, EnterConversation door, Blocks blocks, Devices devices) {
        this.conversations = conversations;
        this.door = door;
        this.blocks = blocks;
        this.devices = devices;
    }

    /** @throws Problem {@code CONVERSATION_NOT_FOUND} */
    public void say(String memberId, String conversationId) {
        door.enter(conversationId, memberId);
        List<String> others = others(conversations, blocks, memberId, conversationId);
        devices.tell(others, () -> new Devices.News.Typing(conversationId, memberId));
    }

    /** Those in a small conversation whom the member neither blocks nor is blocked by. */
    static List<String> others(Conversations conversations, Blocks blocks, String memberId, String conversationId) {
        List<String> others = conversations.of(conversationId).map(Conversation::memberIds).stream()
                .filter(members -> members.size() <= SMALL)
                .flatMap(List::stream)
                .filter(other -> !other.equals(memberId))
                .toList();
        var apart = blocks.between(memberId, others);
        return others.stream().filter(other -> !apart.contains(other)).toList();
    }
}
