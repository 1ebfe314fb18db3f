package org.tctf.analytics.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.analytics.application.DropGeneration;
import org.tctf.analytics.domain.DropShard;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** What is left of a generation that is served no more. */
@Singleton
public final class GenerationDrops implements EventConsumer<DropShard> {
    private final DropGeneration dropGeneration;

    public GenerationDrops(DropGeneration dropGeneration) {
        this.dropGeneration = dropGeneration;
    }

    @Override
    public void on(DropShard command, Envelope envelope) {
        dropGeneration.drop(command);
    }
}
