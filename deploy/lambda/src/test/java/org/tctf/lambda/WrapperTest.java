package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tctf-aot} makes of the managed runtime's command. */
class WrapperTest {
    private static final Path WRAPPER = Path.of("src/main/layer/tctf-aot").toAbsolutePath();

    @TempDir
    Path folder;

    private Path java;

    @BeforeEach
    void layOut() throws IOException {
        java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("task/lib"));
        Files.createDirectories(folder.resolve("opt/java/lib"));
        Files.createFile(folder.resolve("task/lib/notes.jar"));
        Files.createFile(folder.resolve("opt/java/lib/kernel.jar"));
    }

    @Test
    void theServiceAndTheLayerJoinTheRuntimesOwnClassPath() throws Exception {
        List<String> arguments = started(
                Map.of(), "-Xmx400m", "-classpath", "/var/runtime/lib/a.jar", "-Dwith=a space", "Main", "a.B::c");
        assertThat(arguments)
                .containsExactly(
                        "-XX:AOTCache=/opt/tctf.aot",
                        "-XX:AOTMode=auto",
                        "-Xlog:aot*=off",
                        "-Xmx400m",
                        "-classpath",
                        "/var/runtime/lib/a.jar:%s:%s"
                                .formatted(
                                        folder.resolve("task/lib/notes.jar"),
                                        folder.resolve("opt/java/lib/kernel.jar")),
                        "-Dwith=a space",
                        "Main",
                        "a.B::c");
    }

    @Test
    void aTrainingRunWritesTheCache() throws Exception {
        assertThat(started(Map.of("TCTF_AOT_OUTPUT", "/tmp/notes.aot"), "-cp", "a.jar", "Main"))
                .first()
                .isEqualTo("-XX:AOTCacheOutput=/tmp/notes.aot");
    }

    private List<String> started(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(WRAPPER.toString(), java.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("LAMBDA_TASK_ROOT", folder.resolve("task").toString());
        builder.environment().put("TCTF_LAYER_ROOT", folder.resolve("opt").toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
