package org.tctf.onboarding.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;

/**
 * Steps are open, and the member is reminded of them.
 *
 * @param lastNudge the nudge that the member had last, if any
 */
public record Running(
        String memberId,
        long version,
        Workspace workspace,
        Instant startedAt,
        Checklist checklist,
        @Nullable Nudge lastNudge)
        implements Underway {

    /** Starts with what the member was seen to do before; that may be everything. */
    static Decision<Onboarding> start(Newcomer newcomer, long version, Map<Step, Instant> seen) {
        Workspace workspace = newcomer.workspace();
        Decision<Onboarding> decided = Decision.of(
                new Running(
                        newcomer.memberId(),
                        version,
                        workspace,
                        newcomer.since(),
                        new Checklist(newcomer.plan(), Map.of()),
                        null),
                new WorkspaceCreated(newcomer.memberId(), workspace.workspaceId(), workspace.name()));
        for (Map.Entry<Step, Instant> step : seen.entrySet()) {
            Decision<Onboarding> next = decided.state().tick(step.getKey(), step.getValue());
            List<Object> facts = new ArrayList<>(decided.facts());
            facts.addAll(next.facts());
            decided = new Decision<>(next.state(), facts);
        }
        return decided;
    }

    /** Nothing is asked of the member any more; what they do is ticked off all the same. */
    public Decision<Onboarding> skip() {
        return Decision.of(new Skipped(memberId, version + 1, workspace, startedAt, checklist));
    }

    /** When the member is to be reminded next, if ever. */
    public Optional<Instant> nextNudgeAt() {
        return Nudge.after(lastNudge).map(nudge -> nudge.dueAt(startedAt));
    }

    /** Reminds the member, if it is time and they have not been reminded. */
    public Decision<Onboarding> nudge(Instant now) {
        return Nudge.latestDue(startedAt, now)
                .filter(due -> lastNudge == null || due.compareTo(lastNudge) > 0)
                .map(this::nudged)
                .orElse(Decision.of(this));
    }

    @Override
    public Running with(Checklist other) {
        return new Running(memberId, version + 1, workspace, startedAt, other, lastNudge);
    }

    private Decision<Onboarding> nudged(Nudge nudge) {
        return Decision.of(
                new Running(memberId, version + 1, workspace, startedAt, checklist, nudge),
                new OnboardingNudgeDue(memberId, nudge, nudge.days(), checklist.openSteps()));
    }
}
