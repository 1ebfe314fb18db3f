package org.tctf.__package__.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.__package__.domain.Entry;
import org.tctf.kernel.Ids;

/** Adds an entry for the member who asks. */
@Singleton
public class AddEntry {
    private final Entries entries;
    private final Ids ids;
    private final InstantSource clock;

    public AddEntry(Entries entries, Ids ids, InstantSource clock) {
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_TITLE} */
    public Entry add(String ownerId, String title) {
        var added = Entry.add(ids.next().toString(), ownerId, title, clock.instant());
        entries.add(added);
        return added.state();
    }
}
