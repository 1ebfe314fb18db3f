package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Step;

/** Joining a project ticks off its step. */
@Singleton
public class OnProjectJoined implements EventConsumer<OnProjectJoined.ProjectJoined> {

    /** What this service reads of the fact. */
    public record ProjectJoined(String memberId) {}

    private final TickOff tickOff;

    public OnProjectJoined(TickOff tickOff) {
        this.tickOff = tickOff;
    }

    @Override
    public void on(ProjectJoined event, Envelope envelope) {
        tickOff.tickOff(Step.JOIN_PROJECT, envelope.time(), event.memberId());
    }
}
