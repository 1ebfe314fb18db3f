package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What no linter of workflows checks: that callers and called fit together, and the rules of ADR 22. */
class WorkflowsTest {
    private static final String LOCAL = "./.github/workflows/";

    private static final Pattern COMMAND = Pattern.compile("\\./tctf ([a-z-]+)");
    private static final Pattern SCRIPT = Pattern.compile("\\.github/scripts/[a-z-]+\\.sh");

    static Stream<String> workflows() throws IOException {
        return Checkout.workflows().stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whatACallerPassesIsWhatTheCalledTakes(String file) throws IOException {
        for (Map.Entry<String, Object> job : jobs(file).entrySet()) {
            String called = map(job.getValue()).getOrDefault("uses", "").toString();
            if (called.startsWith(LOCAL)) {
                Map<String, Object> call =
                        map(on(called.substring(LOCAL.length())).get("workflow_call"));
                assertFits(file + ": with", map(map(job.getValue()).get("with")), map(call.get("inputs")));
                assertFits(file + ": secrets", map(map(job.getValue()).get("secrets")), map(call.get("secrets")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedToACommitWithItsVersionBesideIt(String file) throws IOException {
        assertThat(text(file).lines().filter(line -> line.contains("uses:") && !line.contains(LOCAL)))
                .allMatch(line -> line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void onlyADeploymentMayAskForAnIdentity(String file) throws IOException {
        List<Map<String, Object>> granted =
                new ArrayList<>(List.of(map(load(file).get("permissions"))));
        jobs(file).values().forEach(job -> granted.add(map(map(job).get("permissions"))));
        Set<String> writes = new TreeSet<>();
        granted.forEach(permissions -> permissions.forEach((what, level) -> {
            if (level.equals("write")) {
                writes.add(what);
            }
        }));
        boolean deploys = !file.equals("ci.yml") && !file.equals("check.yml");
        assertThat(load(file)).as("%s: say permissions, or all are given", file).containsKey("permissions");
        assertThat(writes).isEqualTo(deploys ? Set.of("id-token") : Set.of());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobHasAnEnd(String file) throws IOException {
        jobs(file)
                .forEach((name, job) -> assertThat(map(job))
                        .as("%s: %s", file, name)
                        .containsAnyOf(Map.entry("uses", map(job).getOrDefault("uses", "none")), timeout(job)));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theCdksCommandLineIsNeverTheLatest(String file) throws IOException {
        assertThat(text(file)
                        .lines()
                        .filter(line ->
                                line.contains("aws-cdk@") && !line.strip().startsWith("#")))
                .allMatch(line -> line.contains("aws-cdk@2."));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whatAWorkflowAsksOfTctfIsACommandOfTctf(String file) throws IOException {
        String tctf = Files.readString(Checkout.root().resolve("tctf"));
        assertThat(COMMAND.matcher(text(file)).results().map(found -> found.group(1)))
                .allSatisfy(command -> assertThat(tctf).contains("\n  " + command + ")\n"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theScriptsThatAWorkflowRunsAreThereAndCanBeRun(String file) throws IOException {
        assertThat(SCRIPT.matcher(text(file)).results().map(found -> found.group()))
                .allSatisfy(
                        script -> assertThat(Checkout.root().resolve(script)).isExecutable());
    }

    private static void assertFits(String what, Map<String, Object> given, Map<String, Object> taken) {
        assertThat(taken.keySet()).as(what).containsAll(given.keySet());
        taken.forEach((name, about) -> {
            if (Boolean.TRUE.equals(map(about).get("required"))) {
                assertThat(given).as(what).containsKey(name);
            }
        });
    }

    private static Map.Entry<String, Object> timeout(Object job) {
        return Map.entry("timeout-minutes", map(job).getOrDefault("timeout-minutes", "none"));
    }

    private static Map<String, Object> jobs(String file) throws IOException {
        return map(load(file).get("jobs"));
    }

    /** YAML 1.1 reads the key {@code on} as true. */
    private static Map<String, Object> on(String file) throws IOException {
        Map<Object, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return map(document.get(Boolean.TRUE));
    }

    private static Map<String, Object> load(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Checkout.root().resolve(".github/workflows").resolve(Path.of(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
