package org.tctf.messagingconsumers.application.subscriber;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Port: who must not be written to. */
public interface Suppressions {

    Optional<Suppression> find(String subscriberId);

    /** Those of at most 100 that are suppressed. */
    Set<String> among(Collection<String> subscriberIds);

    /** Suppresses an address, and ends its subscriptions. */
    void suppress(String subscriberId, Suppression.Reason reason, Instant now);

    /** The same because of this campaign's mail, for which the campaign counts the subscriber once for each reason. */
    void suppress(String subscriberId, Suppression.Reason reason, String campaignId, Instant now);

    void lift(String subscriberId);

    /** Newest first. */
    Page<Suppression> newest(int limit, @Nullable String cursor);
}
