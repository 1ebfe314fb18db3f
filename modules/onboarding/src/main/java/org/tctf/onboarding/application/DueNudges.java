package org.tctf.onboarding.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;

/** Port: who may have to be reminded. */
public interface DueNudges {

    /**
     * Members whose next nudge is due, longest due first; one who has just been nudged may still be among them.
     *
     * @param cursor the page before's; absent for the first page
     */
    Page<String> memberIds(Instant now, @Nullable String cursor);
}
