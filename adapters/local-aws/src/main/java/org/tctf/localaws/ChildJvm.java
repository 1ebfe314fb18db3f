package org.tctf.localaws;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own that ends with this one, also when this one is killed. */
final class ChildJvm {
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildJvm start(String classPath, String mainClass, List<String> arguments) {
        try {
            Path output = Files.createTempFile("tctf-child-", ".log");
            output.toFile().deleteOnExit();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(SMALL);
            command.addAll(List.of("-cp", Orphan.place() + File.pathSeparator + classPath, Orphan.class.getName()));
            command.add(mainClass);
            command.addAll(arguments);
            return new ChildJvm(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All that it has printed so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException gone) {
            return "(its output cannot be read: %s)".formatted(gone.getMessage());
        }
    }

    void stop() {
        process.destroyForcibly();
    }
}
