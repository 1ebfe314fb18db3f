package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The checkout that the tests run in, and other people's tools that are run on it. */
final class Checkout {

    /** What a tool said, and how it ended. */
    record Outcome(int code, String output) {}

    private Checkout() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("modules")) || !Files.exists(folder.resolve("tctf"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    static Outcome run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Leaves the test out where a tool is missing, and says so; on a build server the tool has to be there. */
    static void need(String tool, String whatFor) throws InterruptedException {
        try {
            run(root(), Map.of(), List.of(tool, "--version"));
        } catch (IOException missing) {
            String message = "NOT CHECKED: %s, since %s is not installed".formatted(whatFor, tool);
            assertThat(System.getenv("CI")).as(message).isNull();
            System.err.println(message);
            abort(message);
        }
    }
}
