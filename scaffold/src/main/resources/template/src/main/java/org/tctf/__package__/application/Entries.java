package org.tctf.__package__.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.__package__.domain.Entry;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Page;

/** Where entries are kept. */
public interface Entries {

    /** Keeps a new entry and publishes its facts. */
    void add(Decision<Entry> added);

    Optional<Entry> find(String ownerId, String entryId);

    /** A member's entries, oldest first. */
    Page<Entry> of(String ownerId, int limit, @Nullable String cursor);

    /** Erases a member's entries; goes on by itself when there are many. */
    void forget(String ownerId);
}
