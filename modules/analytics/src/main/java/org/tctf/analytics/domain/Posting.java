package org.tctf.analytics.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What counting some facts changes, gathered to be written at once.
 *
 * @param counts to be added
 * @param histories changed ones, each as it shall be
 */
public record Posting(Counts counts, List<MemberHistory> histories) {
    public static final Posting NONE = new Posting(Counts.NONE, List.of());

    public Posting {
        histories = List.copyOf(histories);
    }

    /**
     * This posting and one more fact.
     *
     * @param stored a member's history as the table has it
     */
    public Posting plus(Fact fact, Function<String, MemberHistory> stored) {
        Counts sum = counts.plus(Metric.of(fact));
        String member = fact.member().orElse(null);
        if (member == null) {
            return new Posting(sum, histories);
        }
        Map<String, MemberHistory> byMember = new HashMap<>();
        histories.forEach(history -> byMember.put(history.member(), history));
        MemberHistory before = byMember.containsKey(member) ? byMember.get(member) : stored.apply(member);
        MemberHistory after = before.with(fact);
        if (after == before) {
            return new Posting(sum, histories);
        }
        byMember.put(member, after);
        return new Posting(sum.plus(after.counts().minus(before.counts())), new ArrayList<>(byMember.values()));
    }

    /** Items it writes: a history each, and one for each metric and period. */
    public long items() {
        return histories.size()
                + counts.byCounter().keySet().stream()
                        .map(counter -> counter.metric() + counter.period())
                        .distinct()
                        .count();
    }
}
