package org.tctf.onboarding.domain;

import java.time.Instant;

/** The member does not want to be reminded; steps are still ticked off. */
public record Skipped(String memberId, long version, Workspace workspace, Instant startedAt, Checklist checklist)
        implements Underway {

    @Override
    public Skipped with(Checklist other) {
        return new Skipped(memberId, version + 1, workspace, startedAt, other);
    }
}
