package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authcore.application.ReleaseName;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** The name of somebody who is gone is free again. */
@Singleton
public class OnAccountDeleted implements EventConsumer<OnAccountDeleted.AccountDeleted> {

    /** What this service reads of the fact. */
    public record AccountDeleted(String userId) {}

    private final ReleaseName releaseName;

    public OnAccountDeleted(ReleaseName releaseName) {
        this.releaseName = releaseName;
    }

    @Override
    public void on(AccountDeleted event, Envelope envelope) {
        releaseName.release(event.userId());
    }
}
