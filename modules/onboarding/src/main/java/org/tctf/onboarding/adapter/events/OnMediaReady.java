package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Step;

/** A profile photo that is ready to be shown ticks off its step; other media do not. */
@Singleton
public class OnMediaReady implements EventConsumer<OnMediaReady.MediaReady> {
    private static final String PROFILE_PHOTO = "PROFILE_PHOTO";

    /** What this service reads of the fact. */
    public record MediaReady(String ownerId, @Nullable String purpose) {}

    private final TickOff tickOff;

    public OnMediaReady(TickOff tickOff) {
        this.tickOff = tickOff;
    }

    @Override
    public void on(MediaReady event, Envelope envelope) {
        if (PROFILE_PHOTO.equals(event.purpose())) {
            tickOff.tickOff(Step.ADD_PHOTO, envelope.time(), event.ownerId());
        }
    }
}
