package org.tctf.usermessage.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;

/** Port: who wants nothing from whom. */
@SecondaryPort
public interface Blocks {

    /** Somebody who is blocked. */
    record Blocked(String memberId, String blockedId, Instant since) {}

    void block(String memberId, String blockedId, Instant now);

    void unblock(String memberId, String blockedId);

    Page<Blocked> of(String memberId, int limit, @Nullable String cursor);

    /** Those of the others who block the member, or whom the member blocks. */
    Set<String> between(String memberId, Collection<String> others);
}
