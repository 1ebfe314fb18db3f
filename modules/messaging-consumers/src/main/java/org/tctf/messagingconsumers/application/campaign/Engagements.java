package org.tctf.messagingconsumers.application.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Port: who, of those who agreed to it, opened a campaign's mail and followed its links; and how many of its mails came back
 * or were called spam, which {@link org.tctf.messagingconsumers.application.subscriber.Suppressions} counts.
 */
public interface Engagements {

    /** @param opened readers who did, each once; the others likewise */
    record Seen(long opened, long clicked, long bounced, long complained) {
        public static final Seen NOTHING = new Seen(0, 0, 0, 0);
    }

    /**
     * Counts a reader, once for each kind.
     *
     * @param url that was followed; absent for an opened mail
     */
    void count(String campaignId, String subscriberId, @Nullable String url, Instant now);

    Seen of(String campaignId);
}
