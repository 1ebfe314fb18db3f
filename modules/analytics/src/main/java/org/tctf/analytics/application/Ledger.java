package org.tctf.analytics.application;

import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.tctf.analytics.domain.Fact;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.MemberHistory;
import org.tctf.analytics.domain.Posting;
import org.tctf.analytics.domain.Shard;

/** Port: where new facts are counted and archived, in one write. */
@SecondaryPort
public interface Ledger {

    Generations generations(Shard shard);

    /** Blank when nothing is known of the member. */
    MemberHistory history(int generation, String member);

    /**
     * Archives the fact and adds what it changes, if the shard's generations and the histories are still as they were
     * read; otherwise nothing happens and {@link #retrying} starts over.
     *
     * @param postings by generation
     */
    void record(Fact fact, Generations asRead, Map<Integer, Posting> postings);

    /** Reads, decides and records again when others were faster. */
    void retrying(Runnable readAndRecord);
}
