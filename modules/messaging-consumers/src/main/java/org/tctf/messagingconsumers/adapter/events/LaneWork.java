package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.campaign.ContinueLane;
import org.tctf.messagingconsumers.domain.campaign.WorkLane;

/** Goes on with a campaign's lane. */
@Singleton
public class LaneWork implements EventConsumer<WorkLane> {
    private final ContinueLane continueLane;

    public LaneWork(ContinueLane continueLane) {
        this.continueLane = continueLane;
    }

    @Override
    public void on(WorkLane command, Envelope envelope) {
        continueLane.work(command);
    }
}
