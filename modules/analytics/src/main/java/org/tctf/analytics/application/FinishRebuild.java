package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.Shard;
import org.tctf.analytics.domain.SwitchGeneration;

/** Serves a new generation as soon as all its shards are done. */
@Singleton
public final class FinishRebuild {
    private final Rebuilds rebuilds;

    public FinishRebuild(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** Every shard asks when it is done; the last one to be done is asked for after all of them are. */
    public void switchWhenDone(SwitchGeneration command) {
        Generations now = rebuilds.generations();
        if (now.building() == command.generation()
                && rebuilds.progress(command.generation()).shards() == Shard.COUNT) {
            rebuilds.switchOver(now);
        }
    }
}
