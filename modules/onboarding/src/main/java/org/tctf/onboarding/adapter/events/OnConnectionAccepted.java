package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Step;

/** A connection ticks off the step of both sides. */
@Singleton
public class OnConnectionAccepted implements EventConsumer<OnConnectionAccepted.ConnectionAccepted> {

    /** What this service reads of the fact. */
    public record ConnectionAccepted(String requesterId, String addresseeId) {}

    private final TickOff tickOff;

    public OnConnectionAccepted(TickOff tickOff) {
        this.tickOff = tickOff;
    }

    @Override
    public void on(ConnectionAccepted event, Envelope envelope) {
        tickOff.tickOff(Step.FIRST_CONNECTION, envelope.time(), event.requesterId(), event.addresseeId());
    }
}
