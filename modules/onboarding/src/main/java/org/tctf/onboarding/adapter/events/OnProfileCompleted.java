package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Step;

/** A complete profile ticks off its step. */
@Singleton
public class OnProfileCompleted implements EventConsumer<OnProfileCompleted.ProfileCompleted> {

    /** What this service reads of the fact. */
    public record ProfileCompleted(String userId) {}

    private final TickOff tickOff;

    public OnProfileCompleted(TickOff tickOff) {
        this.tickOff = tickOff;
    }

    @Override
    public void on(ProfileCompleted event, Envelope envelope) {
        tickOff.tickOff(Step.CONFIRM_PROFILE, envelope.time(), event.userId());
    }
}
