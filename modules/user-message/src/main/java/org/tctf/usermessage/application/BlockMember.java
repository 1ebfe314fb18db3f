package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.Problem;

/** Wants nothing from a member any more: neither writes to the other, adds them to a group, or sees that they are here. */
@Singleton
public final class BlockMember {
    private final Blocks blocks;
    private final InstantSource clock;

    public BlockMember(Blocks blocks, InstantSource clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    /** @throws Problem {@code BLOCK_OF_ONESELF} */
    public void block(String memberId, String blockedId) {
        if (memberId.equals(blockedId)) {
            throw Problem.invalid("BLOCK_OF_ONESELF", "Nobody can block themselves.");
        }
        blocks.block(memberId, blockedId, clock.instant());
    }
}
