package org.tctf.analytics.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.analytics.application.RecordFact;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Every fact of every service, whatever its version: a type unknown today may be counted tomorrow. */
@Singleton
public final class EveryFact implements EventConsumer<Envelope> {
    private final RecordFact recordFact;

    public EveryFact(RecordFact recordFact) {
        this.recordFact = recordFact;
    }

    @Override
    public void on(Envelope event, Envelope envelope) {
        recordFact.record(envelope);
    }
}
