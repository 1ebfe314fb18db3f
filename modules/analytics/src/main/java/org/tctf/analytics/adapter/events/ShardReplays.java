package org.tctf.analytics.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.analytics.application.ReplayArchive;
import org.tctf.analytics.domain.ReplayShard;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Pages of the archive to be counted again. */
@Singleton
public final class ShardReplays implements EventConsumer<ReplayShard> {
    private final ReplayArchive replayArchive;

    public ShardReplays(ReplayArchive replayArchive) {
        this.replayArchive = replayArchive;
    }

    @Override
    public void on(ReplayShard command, Envelope envelope) {
        replayArchive.replay(command);
    }
}
