package org.tctf.analytics.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.analytics.application.FinishRebuild;
import org.tctf.analytics.domain.SwitchGeneration;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A shard is done; perhaps all are. */
@Singleton
public final class GenerationSwitches implements EventConsumer<SwitchGeneration> {
    private final FinishRebuild finishRebuild;

    public GenerationSwitches(FinishRebuild finishRebuild) {
        this.finishRebuild = finishRebuild;
    }

    @Override
    public void on(SwitchGeneration command, Envelope envelope) {
        finishRebuild.switchWhenDone(command);
    }
}
