package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.Set;

/** Who of a small conversation is connected right now; of who blocks whom nothing is said. */
@Singleton
public final class ShowPresence {
    private final Conversations conversations;
    private final EnterConversation door;
    private final Blocks blocks;
    private final Devices devices;

    public ShowPresence(Conversations conversations, EnterConversation door, Blocks blocks, Devices devices) {
        this.conversations = conversations;
        this.door = door;
        this.blocks = blocks;
        this.devices = devices;
    }

    /** @throws org.tctf.kernel.Problem {@code CONVERSATION_NOT_FOUND} */
    public Set<String> show(String memberId, String conversationId) {
        door.enter(conversationId, memberId);
        return devices.online(SayTyping.others(conversations, blocks, memberId, conversationId));
    }
}
