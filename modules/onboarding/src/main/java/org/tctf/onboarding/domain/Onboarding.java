package org.tctf.onboarding.domain;

import java.time.Instant;
import java.util.Map;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Decision;

/**
 * A member's onboarding:
 *
 * <pre>
 * Expected --start--> Running --last tick--> Completed
 *                     Running --skip-------> Skipped --last tick--> Completed
 * any --erase--> Erased
 * </pre>
 *
 * What others tell may arrive in any order and more than once: the same facts lead to the same state and are answered by
 * the same facts. So each state knows what to do with each of them.
 */
@AggregateRoot
public sealed interface Onboarding permits Expected, Underway, Erased {

    /** The state in which nothing has been heard of a member. */
    static Onboarding unknown(String memberId) {
        return new Expected(memberId, 0, Map.of());
    }

    @Identity
    String memberId();

    /** Counts the changes, from 1; 0 = never kept. */
    long version();

    /** The member exists. */
    Decision<Onboarding> start(Newcomer newcomer);

    /** The member has done something. */
    Decision<Onboarding> tick(Step step, Instant at);

    /** The member is gone for good. */
    Decision<Onboarding> erase();
}
