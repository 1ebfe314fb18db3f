package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.domain.Posting;
import org.tctf.analytics.domain.ReplayShard;
import org.tctf.analytics.domain.Shard;

/** Counts one page of a shard's archive in the generation that is being made. */
@Singleton
public final class ReplayArchive {
    /** Leaves room in a transaction of 100 for one fact more, the next command and the inbox. */
    private static final int MAX_ITEMS = 75;

    private final Ledger ledger;
    private final Archive archive;
    private final Rebuilds rebuilds;

    public ReplayArchive(Ledger ledger, Archive archive, Rebuilds rebuilds) {
        this.ledger = ledger;
        this.archive = archive;
        this.rebuilds = rebuilds;
    }

    public void replay(ReplayShard page) {
        if (rebuilds.generations().building() != page.generation()) {
            return; // a command that was delivered again, after the generation was finished
        }
        List<Archive.Entry> entries = archive.after(new Shard(page.shard()), page.after());
        if (entries.isEmpty()) {
            rebuilds.finished(page);
        } else {
            ledger.retrying(() -> replay(page, entries));
        }
    }

    private void replay(ReplayShard page, List<Archive.Entry> entries) {
        Posting posting = Posting.NONE;
        long replayed = page.replayed();
        @Nullable String position = page.after();
        for (Archive.Entry entry : entries) {
            if (posting.items() > MAX_ITEMS) {
                break;
            }
            if (entry.latest() < page.generation()) {
                posting = posting.plus(entry.fact(), member -> ledger.history(page.generation(), member));
                replayed++;
            }
            position = entry.position();
        }
        rebuilds.replayed(page, posting, new ReplayShard(page.generation(), page.shard(), position, replayed));
    }
}
