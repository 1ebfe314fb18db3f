package org.tctf.analytics.application;

import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.analytics.domain.DropShard;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.Posting;
import org.tctf.analytics.domain.ReplayShard;

/** Port: the steps of counting everything again, each of them one write. */
@SecondaryPort
public interface Rebuilds {

    /**
     * How far a rebuild is.
     *
     * @param shards that are done
     * @param facts that those have replayed
     */
    record Progress(int shards, long facts) {}

    Generations generations();

    Progress progress(int generation);

    /** Lets new facts count in the next generation too, and orders the replay of each shard. */
    void start(Generations now);

    /** Adds what a page changes and orders the next one. */
    void replayed(ReplayShard page, Posting posting, ReplayShard next);

    /** Notes that the shard is done and orders a look whether all are. */
    void finished(ReplayShard lastPage);

    /** Serves the new generation and orders the removal of the old one. */
    void switchOver(Generations now);

    /** Removes some items, and orders the removal of the rest. */
    void drop(DropShard shard);
}
