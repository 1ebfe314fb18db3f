package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.external.FinishLinkChange;
import org.tctf.authoauth.application.external.SettleLinkChange;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Looks after links whose request may have died. */
@Singleton
public class FinishLinkChanges implements EventConsumer<FinishLinkChange> {
    private final SettleLinkChange settleLinkChange;

    public FinishLinkChanges(SettleLinkChange settleLinkChange) {
        this.settleLinkChange = settleLinkChange;
    }

    @Override
    public void on(FinishLinkChange command, Envelope envelope) {
        settleLinkChange.settle(command);
    }
}
