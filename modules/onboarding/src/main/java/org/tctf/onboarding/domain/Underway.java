package org.tctf.onboarding.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tctf.kernel.Decision;

/** An onboarding that has started: there is a workspace and a checklist, whatever became of it. */
public sealed interface Underway extends Onboarding permits Running, Skipped, Completed {

    Workspace workspace();

    Instant startedAt();

    Checklist checklist();

    /** The same state with another checklist, one version on. */
    Underway with(Checklist checklist);

    @Override
    default Decision<Onboarding> start(Newcomer newcomer) {
        return Decision.of(this);
    }

    @Override
    default Decision<Onboarding> tick(Step step, Instant at) {
        Checklist ticked = checklist().tick(step, at);
        if (ticked.equals(checklist())) {
            return Decision.of(this);
        }
        if (checklist().has(step)) {
            return Decision.of(with(ticked));
        }
        List<Object> facts = new ArrayList<>();
        facts.add(new OnboardingStepCompleted(memberId(), step));
        if (!ticked.isDone()) {
            return new Decision<>(with(ticked), facts);
        }
        facts.add(new OnboardingCompleted(memberId()));
        return new Decision<>(new Completed(memberId(), version() + 1, workspace(), startedAt(), ticked), facts);
    }

    @Override
    default Decision<Onboarding> erase() {
        return Decision.of(new Erased(memberId(), version() + 1));
    }
}
