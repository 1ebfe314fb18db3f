package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is woken by an alarm finds a page that says what to do. */
class RunbooksTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path FOLDER = ROOT.resolve("docs/runbooks");
    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z-]+\\.md)\\)");

    @Test
    void eachKindOfAlarmHasItsPageAndEachPageItsKind() throws IOException {
        Set<String> kinds =
                Stream.of(AlarmKind.values()).map(AlarmKind::runbook).collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages()).isEqualTo(kinds);
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void aPageSaysWhoIsHitWhereToLookWhatToDoAndWhenItIsOver(AlarmKind kind) throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(kind.runbook())))
                .containsSubsequence(
                        "## Who is hit", "## First look", "## Likely causes", "## What to do", "## It is over when");
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void aPageLeadsNowhereThatIsNotThere(AlarmKind kind) throws IOException {
        Matcher links = LINK.matcher(Files.readString(ROOT.resolve(kind.runbook())));
        while (links.find()) {
            assertThat(FOLDER.resolve(links.group(1))).exists();
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map("docs/runbooks/"::concat)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
