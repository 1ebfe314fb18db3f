package org.tctf.__package__.domain;

import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * An entry.
 *
 * @param title 1 to 100 characters, not blank
 */
@AggregateRoot
public record Entry(@Identity String entryId, String ownerId, String title, Instant addedAt, long version) {
    public static final int MAX_TITLE = 100;

    /** @throws Problem {@code INVALID_TITLE} when the title is blank or too long */
    public Entry {
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw Problem.invalid("INVALID_TITLE", "A title has 1 to %d characters.".formatted(MAX_TITLE))
                    .at("/title");
        }
    }

    /** The entry that a member adds. */
    public static Decision<Entry> add(String entryId, String ownerId, String title, Instant now) {
        return Decision.of(new Entry(entryId, ownerId, title, now, 1), new __Name__EntryAdded(entryId, ownerId));
    }
}
