package org.tctf.onboarding.application;

import java.util.Set;
import java.util.function.Function;
import org.tctf.kernel.Decision;
import org.tctf.onboarding.domain.Onboarding;

/** Port: the members' onboardings; one that was never kept is {@link Onboarding#unknown}. */
public interface Onboardings {

    Onboarding of(String memberId);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again. The same state
     * means nothing to do.
     *
     * @return the state that is kept now
     */
    Onboarding decide(String memberId, Function<Onboarding, Decision<Onboarding>> decision);

    /** The same for several members in one commit. */
    void decideTogether(Set<String> memberIds, Function<Onboarding, Decision<Onboarding>> decision);
}
