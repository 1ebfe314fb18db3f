package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.EraseOnboarding;

/** An erased member leaves nothing here. */
@Singleton
public class OnUserErased implements EventConsumer<OnUserErased.UserErased> {

    /** What this service reads of the fact. */
    public record UserErased(String userId) {}

    private final EraseOnboarding eraseOnboarding;

    public OnUserErased(EraseOnboarding eraseOnboarding) {
        this.eraseOnboarding = eraseOnboarding;
    }

    @Override
    public void on(UserErased event, Envelope envelope) {
        eraseOnboarding.erase(event.userId());
    }
}
