package org.tctf.authmfa.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authmfa.application.FinishFactor;
import org.tctf.authmfa.application.SettleFactor;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sees to it that what was begun is brought to its end, should the request that began it have died. */
@Singleton
public class UnfinishedFactors implements EventConsumer<FinishFactor> {
    private final SettleFactor settleFactor;

    public UnfinishedFactors(SettleFactor settleFactor) {
        this.settleFactor = settleFactor;
    }

    @Override
    public void on(FinishFactor command, Envelope envelope) {
        settleFactor.settle(command.userId());
    }
}
