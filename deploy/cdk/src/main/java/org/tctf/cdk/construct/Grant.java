package org.tctf.cdk.construct;

import java.util.List;
import java.util.Map;
import org.tctf.cdk.Acknowledged;
import software.constructs.IConstruct;

/**
 * One thing that a function may do. No action is a pattern, ever; a resource is one only for a reason that is said, and
 * that then stands in the validation report.
 *
 * @param name says what for, letters and digits: {@code OwnTable}
 * @param actions each by its full name
 * @param condition in IAM's words; empty = always
 * @param because why a resource cannot be named in full; empty = all are
 */
public record Grant(
        String name, List<String> actions, List<String> resources, Map<String, Object> condition, String because) {

    /** @throws IllegalArgumentException when it allows more than it names, without a reason */
    public Grant {
        if (actions.stream().anyMatch(action -> action.contains("*"))) {
            throw new IllegalArgumentException("grant %s: name each action, not %s".formatted(name, actions));
        }
        if (because.isEmpty() && resources.stream().anyMatch(Grant::isPattern)) {
            throw new IllegalArgumentException("grant %s: say why it cannot name %s".formatted(name, resources));
        }
    }

    public static Grant of(String name, List<String> actions, List<String> resources) {
        return new Grant(name, actions, resources, Map.of(), "");
    }

    /** A grant whose resource is a pattern. */
    public static Grant ofPattern(String name, List<String> actions, String resource, String because) {
        return new Grant(name, actions, List.of(resource), Map.of(), because);
    }

    /** A grant whose resources are patterns. */
    public static Grant ofPatterns(String name, List<String> actions, List<String> resources, String because) {
        return new Grant(name, actions, resources, Map.of(), because);
    }

    public Grant when(Map<String, Object> holds) {
        return new Grant(name, actions, resources, holds, because);
    }

    Map<String, Object> statement() {
        Map<String, Object> statement = Ordered.map("Sid", name);
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        if (!condition.isEmpty()) {
            statement.put("Condition", condition);
        }
        return statement;
    }

    void acknowledgeOn(IConstruct role) {
        resources.stream().filter(Grant::isPattern).forEach(resource -> Acknowledged.pattern(role, resource, because));
    }

    private static boolean isPattern(String resource) {
        return resource.contains("*");
    }
}
