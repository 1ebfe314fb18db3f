package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.RecordFact;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Every fact, whatever its type and version: what an authentication service says is audited even if nobody has listed it. */
@Singleton
public class OnEveryFact implements EventConsumer<Envelope> {
    private final RecordFact recordFact;

    public OnEveryFact(RecordFact recordFact) {
        this.recordFact = recordFact;
    }

    @Override
    public void on(Envelope event, Envelope envelope) {
        recordFact.record(envelope);
    }
}
