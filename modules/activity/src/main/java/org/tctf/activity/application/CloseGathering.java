package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.tctf.activity.domain.CloseWindow;

/** Closes a window whose five minutes are over. */
@Singleton
public final class CloseGathering {
    private final Feed feed;

    public CloseGathering(Feed feed) {
        this.feed = feed;
    }

    public void close(CloseWindow command) {
        feed.close(command.window());
    }
}
