package org.tctf.activity.application;

import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.DigestDue;
import org.tctf.kernel.table.Page;

/** Port: digests that wait for their hour. */
@SecondaryPort
public interface Digests {

    /** One member's next digest. */
    record Pending(String memberId, Instant dueAt) {}

    /** Those whose hour has come. */
    Page<Pending> due(Instant now, @Nullable String cursor);

    /** Says that the digest is due, if there is something in it; either way it waits no more. Once for each. */
    void finish(Pending pending, Optional<DigestDue> digest);
}
