package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.RefreshUser;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** An account has another address. */
@Singleton
public class OnEmailChanged implements EventConsumer<OnEmailChanged.EmailChanged> {

    /** What this service reads of the fact. */
    public record EmailChanged(String userId) {}

    private final RefreshUser refreshUser;

    public OnEmailChanged(RefreshUser refreshUser) {
        this.refreshUser = refreshUser;
    }

    @Override
    public void on(EmailChanged event, Envelope envelope) {
        refreshUser.refresh(event.userId());
    }
}
