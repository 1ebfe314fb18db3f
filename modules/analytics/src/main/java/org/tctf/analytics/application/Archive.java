package org.tctf.analytics.application;

import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.domain.Fact;
import org.tctf.analytics.domain.Shard;

/** Port: all facts that were ever recorded, without names, by shard and time. */
@SecondaryPort
public interface Archive {

    /**
     * An archived fact.
     *
     * @param latest the latest generation that counted the fact when it arrived
     * @param position where it lies in its shard
     */
    record Entry(Fact fact, int latest, String position) {}

    /**
     * A page of a shard, oldest first; empty at the end.
     *
     * @param position where the page before ended; absent for the first page
     */
    List<Entry> after(Shard shard, @Nullable String position);
}
