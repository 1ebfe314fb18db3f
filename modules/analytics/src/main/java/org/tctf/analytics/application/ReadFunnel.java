package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tctf.analytics.domain.Counter;
import org.tctf.analytics.domain.Funnel;
import org.tctf.kernel.Problem;

/** How many of those who began in some days came how far, up to now. */
@Singleton
public final class ReadFunnel {

    /** How many reached a step. */
    public record Reached(String step, long members) {}

    private final Numbers numbers;

    public ReadFunnel(Numbers numbers) {
        this.numbers = numbers;
    }

    /** @throws Problem {@code FUNNEL_NOT_FOUND} with the names that there are */
    public List<Reached> of(String name, Range range) {
        Funnel funnel = Funnel.named(name)
                .orElseThrow(() -> Problem.notFound(
                        "FUNNEL_NOT_FOUND",
                        "There is no funnel %s; use one of %s."
                                .formatted(
                                        name,
                                        Funnel.ALL.stream().map(Funnel::name).toList())));
        Map<String, Long> byStep = numbers.of(funnel.metric(), range.from(), range.to()).values().stream()
                .flatMap(parts -> parts.entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
        return IntStream.range(0, funnel.steps().size())
                .mapToObj(step ->
                        new Reached(funnel.steps().get(step).name(), byStep.getOrDefault(Counter.part(step), 0L)))
                .toList();
    }
}
