package org.tctf.messagingconsumers.domain.subscriber;

import java.util.List;
import java.util.function.Predicate;
import org.tctf.kernel.Problem;

/**
 * Whom a segment is made of, as data: groups of conditions, each level joined by AND or by OR, which is enough for every
 * formula of propositional logic (conjunctive and disjunctive normal form).
 *
 * @param groups none = everybody
 */
public record Rule(Match match, List<Group> groups) {
    public static final int MAX_GROUPS = 10;
    public static final int MAX_CONDITIONS = 10;

    /** How several become one. */
    public enum Match {
        ALL,
        ANY;

        <T> boolean of(List<T> parts, Predicate<T> holds) {
            return switch (this) {
                case ALL -> parts.stream().allMatch(holds);
                case ANY -> parts.stream().anyMatch(holds);
            };
        }
    }

    /** Conditions that belong together. */
    public record Group(Match match, List<Condition> conditions) {

        public Group {
            conditions = List.copyOf(conditions);
            if (conditions.isEmpty() || conditions.size() > MAX_CONDITIONS) {
                throw Problem.invalid("INVALID_RULE", "A group has 1 to %d conditions.".formatted(MAX_CONDITIONS))
                        .at("/rule/groups");
            }
        }

        boolean holds(Subscriber subscriber) {
            return match.of(conditions, condition -> condition.holds(subscriber));
        }
    }

    /** @throws Problem {@code INVALID_RULE} */
    public Rule {
        groups = List.copyOf(groups);
        if (groups.size() > MAX_GROUPS) {
            throw Problem.invalid("INVALID_RULE", "A rule has at most %d groups.".formatted(MAX_GROUPS))
                    .at("/rule/groups");
        }
    }

    public static Rule everybody() {
        return new Rule(Match.ALL, List.of());
    }

    public boolean holds(Subscriber subscriber) {
        return groups.isEmpty() || match.of(groups, group -> group.holds(subscriber));
    }
}
