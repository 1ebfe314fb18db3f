package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import org.tctf.analytics.domain.Generations;
import org.tctf.kernel.Problem;

/** Counts everything again from the archive, while the numbers so far are served. */
@Singleton
public final class StartRebuild {
    private final Rebuilds rebuilds;

    public StartRebuild(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /**
     * Begins.
     *
     * @return the generation that is being made
     * @throws Problem {@code REBUILD_RUNNING} when one is running already
     */
    public int start() {
        Generations now = rebuilds.generations();
        if (now.isRebuilding()) {
            throw Problem.conflict(
                    "REBUILD_RUNNING",
                    "Generation %d is being counted already; wait until it is served, GET /v1/analytics/rebuild tells."
                            .formatted(now.building()));
        }
        rebuilds.start(now);
        return now.rebuild().building();
    }
}
