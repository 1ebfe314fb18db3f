package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process writes the same bytes: whoever compares what is deployed with what would be, sees changes only. */
class DeterminismTest {
    private static final Stacks PROD = Stacks.prod();

    @TempDir
    Path folder;

    /** The other process; it makes stand-ins of its own. */
    static final class Other {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            new Synthesis(
                            StageSettings.read(Stacks.CHECKOUT, "prod"),
                            Apis.ofAllServices(),
                            Stacks.standIns(folder.resolve("stand-ins")))
                    .into(folder.resolve("stacks"), java.util.Optional.empty());
        }
    }

    @Test
    void twoProcessesWriteTheSameBytes() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(other.waitFor()).as(() -> read(folder.resolve("output"))).isZero();

        List<String> files = names(Stacks.FOLDER);
        assertThat(names(folder.resolve("stacks"))).isEqualTo(files);
        assertThat(files).hasSizeGreaterThan(PROD.made.size());
        for (String file : files) {
            assertThat(Files.mismatch(
                            Stacks.FOLDER.resolve(file),
                            folder.resolve("stacks").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    /** What is deployed; the report of what was validated is for people. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("validation-report.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
