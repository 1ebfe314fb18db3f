package org.tctf.usermanagement.application;

import java.util.Optional;
import java.util.function.Function;
import org.tctf.kernel.Decision;
import org.tctf.usermanagement.domain.MemberRecord;

/** Port: the members. */
public interface Members {

    Optional<MemberRecord> find(String memberId);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again.
     *
     * @param decision given the record as of now, the next one and the facts; the same record means nothing to do
     * @return the record that is kept now
     * @throws org.tctf.kernel.Problem {@code CONCURRENT_MODIFICATION} when somebody else was always faster, {@code
     *     MEMBERSHIP_NAME_TAKEN} when a new member's name is another's already; whatever the decision throws
     */
    MemberRecord decide(String memberId, Function<Optional<MemberRecord>, Decision<MemberRecord>> decision);
}
