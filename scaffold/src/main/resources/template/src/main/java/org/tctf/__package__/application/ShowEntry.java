package org.tctf.__package__.application;

import jakarta.inject.Singleton;
import org.tctf.__package__.domain.Entry;
import org.tctf.kernel.Problem;

/** Shows an entry to its owner; to anybody else there is none. */
@Singleton
public class ShowEntry {
    private final Entries entries;

    public ShowEntry(Entries entries) {
        this.entries = entries;
    }

    /** @throws Problem {@code ENTRY_NOT_FOUND} */
    public Entry show(String callerId, String entryId) {
        return entries.find(callerId, entryId)
                .orElseThrow(() -> Problem.notFound(
                        "ENTRY_NOT_FOUND", "You have no entry %s; list yours to see which there are.".formatted(entryId)));
    }
}
