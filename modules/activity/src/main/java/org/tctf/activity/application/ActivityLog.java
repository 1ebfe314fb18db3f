package org.tctf.activity.application;

import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.LogEntry;
import org.tctf.kernel.table.Page;

/** Port: what is in a member's log. */
@SecondaryPort
public interface ActivityLog {

    /**
     * Newest first.
     *
     * @param from the first moment; from the beginning when absent
     * @param before the first moment that is too late; up to now when absent
     */
    Page<LogEntry> of(
            String memberId, @Nullable Instant from, @Nullable Instant before, int limit, @Nullable String cursor);
}
