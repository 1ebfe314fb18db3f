package org.tctf.onboarding.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tctf.kernel.Decision;

/** A member that others already speak of; what they say is kept until the member starts. */
public record Expected(String memberId, long version, Map<Step, Instant> seen) implements Onboarding {

    public Expected {
        seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }

    @Override
    public Decision<Onboarding> start(Newcomer newcomer) {
        return Running.start(newcomer, version + 1, seen);
    }

    @Override
    public Decision<Onboarding> tick(Step step, Instant at) {
        Map<Step, Instant> more = Checklist.earliest(seen, step, at);
        return Decision.of(more.equals(seen) ? this : new Expected(memberId, version + 1, more));
    }

    @Override
    public Decision<Onboarding> erase() {
        return Decision.of(new Erased(memberId, version + 1));
    }
}
