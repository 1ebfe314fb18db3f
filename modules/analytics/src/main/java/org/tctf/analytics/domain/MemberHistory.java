package org.tctf.analytics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * What is remembered of one member to count distinct members, funnels and retention.
 *
 * <p>It only ever takes the earliest of two times and the union of two sets, so facts may come in any order and any
 * number of times: the same facts give the same history. What a history adds to the counters follows from the history
 * alone; a new fact changes the counters by the difference. So no order of arrival can be counted wrongly (the join
 * semilattice of CRDTs; Shapiro et al., "Conflict-free Replicated Data Types", 2011).
 *
 * @param member the pseudonym
 * @param version as stored; 0 while there is none
 * @param firsts when each milestone was first reached, by type of fact
 * @param activeDays UTC
 */
@AggregateRoot
public record MemberHistory(
        @Identity String member, long version, Map<String, Instant> firsts, Set<LocalDate> activeDays) {

    public MemberHistory {
        firsts = Map.copyOf(firsts);
        activeDays = Set.copyOf(activeDays);
    }

    public static MemberHistory blank(String member) {
        return new MemberHistory(member, 0, Map.of(), Set.of());
    }

    /** This history with a fact of its member; itself when the fact adds nothing. */
    public MemberHistory with(Fact fact) {
        Map<String, Instant> times = new TreeMap<>(firsts);
        if (Milestones.isRemembered(fact.type())) {
            times.merge(fact.type(), fact.time(), (a, b) -> a.isBefore(b) ? a : b);
        }
        Set<LocalDate> days = new TreeSet<>(activeDays);
        days.add(fact.day());
        return times.equals(firsts) && days.equals(activeDays) ? this : new MemberHistory(member, version, times, days);
    }

    /** All that this member adds to the counters. */
    public Counts counts() {
        Instant joined = firsts.get(Milestones.JOINED);
        Stream<Counter> cohort =
                joined == null ? Stream.empty() : Retention.of(LocalDate.ofInstant(joined, ZoneOffset.UTC), activeDays);
        Stream<Counter> funnels = Funnel.ALL.stream().flatMap(funnel -> funnel.of(firsts));
        return Counts.each(Stream.of(Activity.of(activeDays), cohort, funnels).flatMap(counters -> counters));
    }
}
