package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.BlockMember;

/** Who is blocked in the social network is blocked here too; here it is taken back by itself. */
@Singleton
public final class OnUserBlocked implements EventConsumer<OnUserBlocked.UserBlocked> {

    /** What this service reads of the fact. */
    public record UserBlocked(String blockerId, String blockedId) {}

    private final BlockMember blockMember;

    public OnUserBlocked(BlockMember blockMember) {
        this.blockMember = blockMember;
    }

    @Override
    public void on(UserBlocked event, Envelope envelope) {
        blockMember.block(event.blockerId(), event.blockedId());
    }
}
