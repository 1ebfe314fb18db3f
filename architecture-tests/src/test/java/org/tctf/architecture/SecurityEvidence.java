package org.tctf.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of requirements, each with its state and its evidence: {@code | id | level | what it asks | state | evidence |}.
 * Evidence is a test, {@code `Class#method`}, or a link to a page.
 */
final class SecurityEvidence {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Set<String> STATES = Set.of("met", "partly", "not met", "not applicable");
    private static final int WORDS = 15;

    private record Row(String id, String level, String asks, String state, String evidence) {}

    private final Path page;
    private final List<Row> rows;

    SecurityEvidence(Path page, String text) {
        this.page = page;
        rows = ROW.matcher(text).results().map(SecurityEvidence::row).toList();
    }

    private static Row row(MatchResult match) {
        String[] cells = match.group(2).split("\\|", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException(match.group(1) + " has " + cells.length + " cells after its id, not 4");
        }
        return new Row(match.group(1), cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
    }

    /**
     * What is wrong with the page, in words.
     *
     * @param levels of the requirements that it has to answer
     * @param hasTest whether a class of this name has a test of this name
     */
    List<String> faults(Map<String, String> levels, BiPredicate<String, String> hasTest) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            seen.merge(row.id(), 1, Integer::sum);
            if (!row.level().equals(levels.get(row.id()))) {
                faults.add("%s is not a requirement of level %s".formatted(row.id(), row.level()));
            }
            if (row.asks().split(" ").length > WORDS) {
                faults.add("%s is paraphrased in more than %d words".formatted(row.id(), WORDS));
            }
            faults.addAll(faultsOf(row, hasTest));
        }
        for (String id : levels.keySet()) {
            int times = seen.getOrDefault(id, 0);
            if (times != 1) {
                faults.add("%s is there %d times".formatted(id, times));
            }
        }
        return faults;
    }

    private List<String> faultsOf(Row row, BiPredicate<String, String> hasTest) {
        List<String> faults = new ArrayList<>();
        List<MatchResult> tests = TEST.matcher(row.evidence()).results().toList();
        List<MatchResult> links = LINK.matcher(row.evidence()).results().toList();
        if (!STATES.contains(row.state())) {
            faults.add("%s: '%s' is no state".formatted(row.id(), row.state()));
        } else if (row.state().equals("met") && tests.isEmpty() && links.isEmpty()) {
            faults.add("%s is met without evidence".formatted(row.id()));
        } else if (row.evidence().split(" ").length < 3 && tests.isEmpty() && links.isEmpty()) {
            faults.add("%s is %s without a reason".formatted(row.id(), row.state()));
        }
        tests.stream()
                .filter(test -> !hasTest.test(test.group(1), test.group(2)))
                .forEach(test -> faults.add(
                        "%s names %s#%s, which is no test".formatted(row.id(), test.group(1), test.group(2))));
        links.stream()
                .filter(link -> !leadsSomewhere(link.group(1), link.group(2)))
                .forEach(link -> faults.add("%s links to %s, which is not there".formatted(row.id(), link.group())));
        return faults;
    }

    private boolean leadsSomewhere(String file, String anchor) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (anchor == null || !Files.exists(target)) {
            return Files.exists(target);
        }
        try (Stream<String> lines = Files.lines(target)) {
            return lines.filter(line -> line.startsWith("#"))
                    .anyMatch(line -> anchorOf(line).equals(anchor));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As GitHub makes it. */
    private static String anchorOf(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }
}
