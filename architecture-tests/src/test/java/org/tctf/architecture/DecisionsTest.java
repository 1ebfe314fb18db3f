package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who looks for a decision finds it in the list, by its title. */
class DecisionsTest {
    private static final Path FOLDER = Repository.root().resolve("docs/adr");
    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| \\d+ \\| \\[.*$");

    @Test
    void everyDecisionIsListedByItsTitleInTheOrderOfTheNumbers() throws IOException {
        List<String> listed = ENTRY.matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(listed)
                .as("docs/adr/README.md has a line '| number | [title](file) |' for each decision")
                .isEqualTo(decisions().map(DecisionsTest::entry).toList());
    }

    @Test
    void everyDecisionHasTheNumberOfItsFile() throws IOException {
        assertThat(decisions()).isNotEmpty().allSatisfy(file -> {
            Matcher name = FILE.matcher(file.getFileName().toString());
            assertThat(name.matches()).as("the name of %s", file).isTrue();
            assertThat(Integer.parseInt(name.group(1)))
                    .isEqualTo(Integer.parseInt(title(file).group(1)));
        });
    }

    private static Stream<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList().stream();
        }
    }

    private static String entry(Path file) {
        MatchResult title = title(file);
        return "| %s | [%s](%s) |".formatted(title.group(1), title.group(2), file.getFileName());
    }

    private static MatchResult title(Path file) {
        try {
            Matcher title = TITLE.matcher(Files.readAllLines(file).getFirst());
            assertThat(title.matches())
                    .as("%s begins with '# number. title'", file)
                    .isTrue();
            return title.toMatchResult();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
