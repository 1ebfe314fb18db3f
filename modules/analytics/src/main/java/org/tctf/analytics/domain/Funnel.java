package org.tctf.analytics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Steps that members take one after the other. A member is counted on the day of the first step, at every step up to the
 * first one that is missing; when the steps were reported does not matter.
 */
@ValueObject
public record Funnel(String name, List<Step> steps) {

    /** @param type the fact that says the step was taken */
    public record Step(String name, String type) {}

    public static final List<Funnel> ALL = List.of(new Funnel(
            "sign-up",
            List.of(
                    new Step("sign-up", "SIGN_UP_STARTED"),
                    new Step("confirmed", "SIGN_UP_CONFIRMED"),
                    new Step("profile", "PROFILE_COMPLETED"),
                    new Step("first-post", "POST_PUBLISHED"))));

    public static Optional<Funnel> named(String name) {
        return ALL.stream().filter(funnel -> funnel.name.equals(name)).findFirst();
    }

    /** The metric that its steps are counted under. */
    public String metric() {
        return "funnel." + name;
    }

    Stream<Counter> of(Map<String, Instant> firsts) {
        Instant start = firsts.get(steps.getFirst().type());
        if (start == null) {
            return Stream.empty();
        }
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return IntStream.range(0, steps.size())
                .takeWhile(step -> firsts.containsKey(steps.get(step).type()))
                .mapToObj(step -> Counter.of(metric(), day, step));
    }
}
