package org.tctf.__package__.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.__package__.domain.Entry;
import org.tctf.kernel.table.Page;

/** Lists the caller's own entries, oldest first. */
@Singleton
public class ListEntries {
    private final Entries entries;

    public ListEntries(Entries entries) {
        this.entries = entries;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Page<Entry> list(String callerId, int limit, @Nullable String cursor) {
        return entries.of(callerId, limit, cursor);
    }
}
