package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;

/** A person has found out whether a message, of which nobody knew, was sent. */
@Singleton
public class SettleMessage {
    private final MessageDesk desk;
    private final InstantSource clock;

    public SettleMessage(MessageDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code MESSAGE_NOT_UNKNOWN}, and those of {@link MessageDesk} */
    public Recipient settle(Principal caller, String campaignId, String subscriberId, boolean wasSent) {
        return desk.change(
                caller,
                campaignId,
                subscriberId,
                (lane, recipient) -> Settled.byPerson(lane, recipient, wasSent, clock.instant()));
    }
}
