package org.tctf.onboarding.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The steps of a plan, and when each was done. A step that was done several times was done when it was first done, in
 * whatever order one hears of it.
 */
@ValueObject
public record Checklist(Plan plan, Map<Step, Instant> done) {

    public Checklist {
        done = Collections.unmodifiableMap(new TreeMap<>(done));
    }

    /** This checklist with the step done; a step that the plan does not have changes nothing. */
    Checklist tick(Step step, Instant at) {
        return plan.steps().contains(step) ? new Checklist(plan, earliest(done, step, at)) : this;
    }

    boolean has(Step step) {
        return done.containsKey(step);
    }

    /** In the plan's order. */
    public List<Step> openSteps() {
        return plan.steps().stream().filter(step -> !has(step)).toList();
    }

    boolean isDone() {
        return openSteps().isEmpty();
    }

    static Map<Step, Instant> earliest(Map<Step, Instant> done, Step step, Instant at) {
        Map<Step, Instant> more = new TreeMap<>(done);
        more.merge(step, at, (known, other) -> known.isBefore(other) ? known : other);
        return more;
    }
}
