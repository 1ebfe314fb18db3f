package org.tctf.messagingconsumers.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.domain.subscriber.Condition;
import org.tctf.messagingconsumers.domain.subscriber.Rule;

/**
 * Whom a segment takes: groups of conditions, each level joined by AND (ALL) or OR (ANY).
 *
 * @param groups none = everybody
 */
record RuleForm(
        Rule.Match match, @Size(max = Rule.MAX_GROUPS) List<@Valid GroupForm> groups) {

    record GroupForm(
            Rule.Match match,
            @Size(min = 1, max = Rule.MAX_CONDITIONS) List<@Valid ConditionForm> conditions) {

        Rule.Group group() {
            return new Rule.Group(
                    match, conditions.stream().map(ConditionForm::condition).toList());
        }
    }

    /**
     * @param field language, list (by id), or an attribute such as country, city, plan, tier
     * @param values for ONE_OF and NONE_OF
     */
    record ConditionForm(
            @Size(min = 1, max = 40) String field,
            Condition.Test test,
            @Nullable @Size(max = Condition.MAX_VALUES) List<@Size(min = 1, max = 200) String> values) {

        Condition condition() {
            return new Condition(field, test, values == null ? Set.of() : Set.copyOf(values));
        }
    }

    Rule rule() {
        return new Rule(match, groups.stream().map(GroupForm::group).toList());
    }

    static RuleForm of(Rule rule) {
        return new RuleForm(
                rule.match(),
                rule.groups().stream()
                        .map(group -> new GroupForm(
                                group.match(),
                                group.conditions().stream()
                                        .map(one -> new ConditionForm(
                                                one.field(), one.test(), List.copyOf(new TreeSet<>(one.values()))))
                                        .toList()))
                        .toList());
    }
}
