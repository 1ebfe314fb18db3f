package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.identity.PasswordPolicy;

/** {@code docs/security} answers every requirement, and what it names as proof is there. */
class SecurityEvidenceTest {
    private static final Path FOLDER = Repository.root().resolve("docs/security");
    private static final Pattern ANNOTATION = Pattern.compile("\\s*@(Test|ParameterizedTest|Property)\\b.*");

    @Test
    void everyRequirementIsAnsweredOnceAndEveryProofIsThere() throws IOException {
        Path page = FOLDER.resolve("asvs.md");
        Map<String, List<Path>> classes = classes();
        assertThat(new SecurityEvidence(page, Files.readString(page))
                        .faults(
                                levels(),
                                (type, method) -> classes.getOrDefault(type, List.of()).stream()
                                        .anyMatch(file -> hasTest(file, method))))
                .isEmpty();
    }

    @Test
    void whateverIsWrongWithAPageIsFound() {
        String page = """
                | id | level | what it asks | state | evidence |
                |---|---|---|---|---|
                | 1.1.1 | 1 | asked | met | `SomeTest#isThere` |
                | 1.1.2 | 1 | asked | met | it surely is |
                | 1.1.3 | 2 | asked | met | `SomeTest#isGone` |
                | 1.1.4 | 2 | asked | partly | [a page](nowhere.md) |
                | 1.1.5 | 2 | asked | not met | soon |
                | 1.1.6 | 1 | asked | nearly | as soon as we can |
                | 1.1.7 | 2 | asked | not applicable | there is no such thing |
                | 1.1.8 | 2 | one two three four five six seven eight nine ten 11 12 13 14 15 16 | met | [this page](asvs.md) |
                | 1.1.8 | 2 | asked | not met | [this page](asvs.md#no-such-heading) |
                """;
        Map<String, String> levels = Map.of(
                "1.1.1", "1", "1.1.2", "1", "1.1.3", "2", "1.1.4", "2", "1.1.5", "2", "1.1.6", "2", "1.1.7", "2",
                "1.1.8", "2", "1.1.9", "1");
        assertThat(new SecurityEvidence(FOLDER.resolve("asvs.md"), page)
                        .faults(levels, (type, method) -> type.equals("SomeTest") && method.equals("isThere")))
                .containsExactlyInAnyOrder(
                        "1.1.2 is met without evidence",
                        "1.1.3 names SomeTest#isGone, which is no test",
                        "1.1.4 links to ](nowhere.md), which is not there",
                        "1.1.5 is not met without a reason",
                        "1.1.6 is not a requirement of level 1",
                        "1.1.6: 'nearly' is no state",
                        "1.1.8 is paraphrased in more than 15 words",
                        "1.1.8 links to ](asvs.md#no-such-heading), which is not there",
                        "1.1.8 is there 2 times",
                        "1.1.9 is there 0 times");
    }

    /** ASVS 6.1.2. */
    @Test
    void everyWordThatMakesNoPasswordIsDocumented() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        assertThat(PasswordPolicy.CONTEXT).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    /** ASVS 6.3.4: what is not on the page is not to be there. */
    @Test
    void everyRouteThatSignsSomebodyInIsADocumentedPathway() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        Set<String> routes = routesThatAnswer("SignInAnswer", "CallbackView");
        assertThat(routes).contains("POST /v1/auth/signin");
        assertThat(routes)
                .as("routes that open a session belong under Authentication pathways in docs/security/README.md")
                .allSatisfy(route -> assertThat(page).contains("`" + route + "`"));
    }

    private static Set<String> routesThatAnswer(String... schemas) throws IOException {
        Set<String> routes = new TreeSet<>();
        for (Path document : files(Repository.root().resolve("docs/generated/openapi"), ".json")) {
            JsonNode paths = new ObjectMapper().readTree(document.toFile()).path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        String answers = operation.getValue().path("responses").toString();
                        if (Stream.of(schemas).anyMatch(schema -> answers.contains("/" + schema + "\""))) {
                            routes.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                        }
                    }));
        }
        return routes;
    }

    private static Map<String, String> levels() throws IOException {
        try (InputStream list = SecurityEvidenceTest.class.getResourceAsStream("asvs-5.0.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }

    /** Tests and contracts; several may have one name. */
    private static Map<String, List<Path>> classes() throws IOException {
        return files(Repository.root(), ".java").stream()
                .filter(file -> file.toString().contains("/src/"))
                .filter(file -> !file.toString().contains("/target/"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Collectors.mapping(Function.identity(), Collectors.toList())));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Whether the lines right above the method, up to an empty one, make it a test. */
    private static boolean hasTest(Path file, String method) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Pattern declaration = Pattern.compile(".*\\bvoid " + method + "\\(.*");
        for (int i = 0; i < lines.size(); i++) {
            if (declaration.matcher(lines.get(i)).matches()) {
                for (int above = i; above >= 0 && !lines.get(above).isBlank(); above--) {
                    if (ANNOTATION.matcher(lines.get(above)).matches()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
