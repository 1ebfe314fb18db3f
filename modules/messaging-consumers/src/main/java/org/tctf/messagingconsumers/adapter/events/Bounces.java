package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.SuppressBounced;
import org.tctf.messagingconsumers.domain.subscriber.Bounced;

/** Suppresses a mailbox that does not exist. */
@Singleton
public class Bounces implements EventConsumer<Bounced> {
    private final SuppressBounced suppressBounced;

    public Bounces(SuppressBounced suppressBounced) {
        this.suppressBounced = suppressBounced;
    }

    @Override
    public void on(Bounced command, Envelope envelope) {
        suppressBounced.suppress(command.subscriberId());
    }
}
