package org.tctf.messagingconsumers.application.subscriber;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Port: all subscribers, in shards of about one size. */
public interface Subscribers {

    Optional<Subscriber> find(String subscriberId);

    /** Those that there are; at most 100. */
    List<Subscriber> all(Collection<String> subscriberIds);

    /**
     * A part of a shard, in order of the ids.
     *
     * @param after the id before the first; absent to begin
     */
    Share inShard(int shard, @Nullable String after, int limit);

    /** Page by page, for people. */
    Page<Subscriber> page(int limit, @Nullable String cursor);

    /**
     * Changes a subscriber, or makes one; decided again when somebody else was faster. Whoever was questioned gets a mail
     * that asks them.
     */
    void decide(String subscriberId, Function<Optional<Subscriber>, Decision<Subscriber>> decision);

    /** The same, and they may be written to again. */
    void decideAndLift(String subscriberId, Function<Optional<Subscriber>, Decision<Subscriber>> decision);

    /** @param isLast whether nobody follows */
    record Share(List<Subscriber> subscribers, boolean isLast) {}
}
