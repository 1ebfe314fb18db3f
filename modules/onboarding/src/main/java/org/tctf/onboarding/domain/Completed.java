package org.tctf.onboarding.domain;

import java.time.Instant;

/** All steps are done. */
public record Completed(String memberId, long version, Workspace workspace, Instant startedAt, Checklist checklist)
        implements Underway {

    @Override
    public Completed with(Checklist other) {
        return new Completed(memberId, version + 1, workspace, startedAt, other);
    }
}
