package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import org.tctf.analytics.domain.Generations;

/** Which counting is served, and how far the next one is. */
@Singleton
public final class ReadRebuild {

    /**
     * The state of the counting.
     *
     * @param progress of the generation being made; of the one served when none is
     */
    public record State(Generations generations, Rebuilds.Progress progress) {}

    private final Rebuilds rebuilds;

    public ReadRebuild(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    public State now() {
        Generations now = rebuilds.generations();
        return new State(now, rebuilds.progress(now.latest()));
    }
}
