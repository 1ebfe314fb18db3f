package org.tctf.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own, which can be killed. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final Path log;

    private PlatformProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Starts it on a data folder; returns at once. */
    static PlatformProcess start(Path data, int port, Map<String, String> settings) {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tctf.app.Main"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TCTF_DATA", data.toString());
        builder.environment().put("TCTF_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        try {
            return new PlatformProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        }
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The end that no program can prepare for: SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** What Ctrl-C and a service supervisor do: SIGTERM. */
    int terminate() {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void awaitReady() {
        await("the platform to be ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!isAlive()) {
                        throw new AssertionError("the platform did not start: " + output());
                    }
                    return output().contains("TCTF is ready");
                });
    }

    /** Everything it has written to its standard output and error. */
    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
