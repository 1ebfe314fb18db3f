package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.TakeRequest;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;

/** Looks at what somebody asked for. */
@Singleton
public class Requests implements EventConsumer<AskForLists> {
    private final TakeRequest takeRequest;

    public Requests(TakeRequest takeRequest) {
        this.takeRequest = takeRequest;
    }

    @Override
    public void on(AskForLists command, Envelope envelope) {
        takeRequest.take(command);
    }
}
