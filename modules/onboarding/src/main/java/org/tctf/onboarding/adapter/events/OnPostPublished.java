package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Step;

/** A post ticks off its author's step. */
@Singleton
public class OnPostPublished implements EventConsumer<OnPostPublished.PostPublished> {

    /** What this service reads of the fact. */
    public record PostPublished(String authorId) {}

    private final TickOff tickOff;

    public OnPostPublished(TickOff tickOff) {
        this.tickOff = tickOff;
    }

    @Override
    public void on(PostPublished event, Envelope envelope) {
        tickOff.tickOff(Step.FIRST_POST, envelope.time(), event.authorId());
    }
}
