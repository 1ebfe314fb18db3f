package org.tctf.messagingconsumers.application.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Port: who, of those who agreed to it, opened a campaign's mail and followed its links. */
public interface Engagements {

    /** @param opened readers who did, each once; @param clicked likewise */
    record Seen(long opened, long clicked) {}

    /**
     * Counts a reader, once for each kind.
     *
     * @param url that was followed; absent for an opened mail
     */
    void count(String campaignId, String subscriberId, @Nullable String url, Instant now);

    Seen of(String campaignId);
}
