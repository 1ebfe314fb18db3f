package org.tctf.authuser.application;

import java.time.Instant;
import java.util.List;

/** Port: the deletions whose grace is over. */
public interface DueDeletions {

    /** Members whose deletion was due until then, the longest overdue first; some that were called off since may be among them. */
    List<String> until(Instant now, int limit);
}
