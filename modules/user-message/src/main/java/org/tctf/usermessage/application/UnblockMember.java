package org.tctf.usermessage.application;

import jakarta.inject.Singleton;

/** Hears from a member again. */
@Singleton
public final class UnblockMember {
    private final Blocks blocks;

    public UnblockMember(Blocks blocks) {
        this.blocks = blocks;
    }

    public void unblock(String memberId, String blockedId) {
        blocks.unblock(memberId, blockedId);
    }
}
