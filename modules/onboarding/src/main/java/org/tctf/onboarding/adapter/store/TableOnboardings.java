package org.tctf.onboarding.adapter.store;

import static org.tctf.onboarding.OnboardingService.NUDGES_DUE;
import static org.tctf.onboarding.OnboardingService.ONBOARDING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.onboarding.OnboardingService;
import org.tctf.onboarding.application.DueNudges;
import org.tctf.onboarding.application.Onboardings;
import org.tctf.onboarding.domain.Onboarding;
import org.tctf.onboarding.domain.Running;

/** One item per member; only one who is to be nudged again is in the index of nudges. */
@Singleton
public class TableOnboardings implements Onboardings, DueNudges {
    private static final int PAGE = 100;

    record Due(String memberId) {}

    private final ServiceTable table;

    public TableOnboardings(ServiceTables tables) {
        table = tables.of(OnboardingService.DEFINITION);
    }

    @Override
    public Onboarding of(String memberId) {
        return table.get(ONBOARDING.key(memberId), Onboarding.class).orElseGet(() -> Onboarding.unknown(memberId));
    }

    @Override
    public Onboarding decide(String memberId, Function<Onboarding, Decision<Onboarding>> decision) {
        return table.retrying(() -> {
            Onboarding before = of(memberId);
            Decision<Onboarding> decided = decision.apply(before);
            commit(change(before, decided));
            return decided.state();
        });
    }

    @Override
    public void decideTogether(Set<String> memberIds, Function<Onboarding, Decision<Onboarding>> decision) {
        table.retrying(() -> {
            Change all = Change.none();
            for (String memberId : memberIds) {
                Onboarding before = of(memberId);
                all = all.and(change(before, decision.apply(before)));
            }
            commit(all);
            return all;
        });
    }

    @Override
    public Page<String> memberIds(Instant now, @Nullable String cursor) {
        var due =
                NUDGES_DUE.query().between(seconds(Instant.EPOCH), seconds(now)).limit(PAGE);
        return table.page(due, cursor, Due.class).map(Due::memberId);
    }

    private void commit(Change change) {
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }

    private static Change change(Onboarding before, Decision<Onboarding> decided) {
        Onboarding after = decided.state();
        if (after.equals(before)) {
            return Change.none();
        }
        Change change = before.version() == 0
                ? Change.none().create(row(after))
                : Change.none().replace(row(after), before.version());
        return change.raiseAll(after.memberId(), after.version(), decided.facts());
    }

    private static Row row(Onboarding onboarding) {
        Row row = Row.of(ONBOARDING.key(onboarding.memberId()), onboarding);
        return onboarding instanceof Running running
                ? running.nextNudgeAt()
                        .map(at -> row.index(NUDGES_DUE, seconds(at)))
                        .orElse(row)
                : row;
    }

    /** All of one length, so that their order as text is their order in time. */
    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
