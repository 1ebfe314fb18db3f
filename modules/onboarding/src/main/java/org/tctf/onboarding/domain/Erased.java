package org.tctf.onboarding.domain;

import java.time.Instant;
import org.tctf.kernel.Decision;

/** The member is gone. Only the spent id is kept, so that news delivered late or again brings nothing back. */
public record Erased(String memberId, long version) implements Onboarding {

    @Override
    public Decision<Onboarding> start(Newcomer newcomer) {
        return Decision.of(this);
    }

    @Override
    public Decision<Onboarding> tick(Step step, Instant at) {
        return Decision.of(this);
    }

    @Override
    public Decision<Onboarding> erase() {
        return Decision.of(this);
    }
}
