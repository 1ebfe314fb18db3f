package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import org.tctf.analytics.domain.DropShard;

/** Removes a generation that is served no more, some items at a time. */
@Singleton
public final class DropGeneration {
    private final Rebuilds rebuilds;

    public DropGeneration(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    public void drop(DropShard shard) {
        if (rebuilds.generations().serving() > shard.generation()) {
            rebuilds.drop(shard);
        }
    }
}
