package org.tctf.flags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.FeatureFlagsContract;
import org.tctf.kernel.flag.FeatureFlags;

class FlagFileContractTest extends FeatureFlagsContract {
    @TempDir
    Path folder;

    private Path file;
    private Path pipe;
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private String text = "";

    @Override
    protected FeatureFlags begin(Duration patience) {
        file = folder.resolve("flags.properties");
        pipe = folder.resolve("pipe");
        return new PolledFlags(new FlagFile(file), List.of(HOUSE), () -> now, FlagFile.KNOWN_FOR, patience);
    }

    @Override
    protected void turn(Map<String, Boolean> turned) {
        write(lines(turned));
    }

    @Override
    protected void muddle(String flag, Map<String, Boolean> others) {
        write(lines(others) + "house." + flag + "=perhaps\n");
    }

    @Override
    protected void breakDocument() {
        write("house.door-open=\\u00zz\n");
    }

    @Override
    protected void disconnect() {
        try {
            Files.deleteIfExists(file);
            Files.createDirectory(file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Whoever opens a pipe waits until somebody writes into it. */
    @Override
    protected void hang() {
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            Files.delete(file);
            Files.createSymbolicLink(file, pipe);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    protected void letGo() {
        try {
            Files.writeString(pipe, text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    protected Duration knownFor() {
        return FlagFile.KNOWN_FOR;
    }

    private static String lines(Map<String, Boolean> turned) {
        return turned.entrySet().stream()
                .map(flag -> "house.%s=%s\n".formatted(flag.getKey(), flag.getValue() ? "on" : "off"))
                .collect(Collectors.joining());
    }

    private void write(String lines) {
        text = lines;
        try {
            Files.writeString(file, lines);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
