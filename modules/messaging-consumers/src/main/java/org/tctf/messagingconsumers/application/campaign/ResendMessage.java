package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.campaign.Settled;

/** Has a message that failed sent again; the campaign is sending until it is through. */
@Singleton
public class ResendMessage {
    private final MessageDesk desk;
    private final InstantSource clock;

    public ResendMessage(MessageDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code MESSAGE_NOT_FAILED}, and those of {@link MessageDesk} */
    public Recipient resend(Principal caller, String campaignId, String subscriberId) {
        return desk.change(
                caller, campaignId, subscriberId, (lane, recipient) -> Settled.again(lane, recipient, clock.instant()));
    }
}
