package org.tctf.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The platform, or its floor, as a process of its own on a free port, started as {@code ./tctf run} starts it. */
final class AppProcess implements AutoCloseable {
    private static final byte[] HEALTH =
            "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final int port;
    private final double millisToFirstAnswer;

    private AppProcess(Process process, int port, double millisToFirstAnswer) {
        this.process = process;
        this.port = port;
        this.millisToFirstAnswer = millisToFirstAnswer;
    }

    /** Starts it and waits for its first successful answer. */
    static AppProcess start(List<String> jvmOptions, String classPath, String mainClass, Path data) throws IOException {
        return start(jvmOptions, classPath, mainClass, data, Map.of());
    }

    /** The same with more settings. */
    static AppProcess start(
            List<String> jvmOptions, String classPath, String mainClass, Path data, Map<String, String> settings)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, mainClass));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("TCTF_PORT", Integer.toString(port));
        environment.put("TCTF_DATA", data.toString());
        environment.put("TCTF_RATE_LIMITS", "off");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(settings);
        long started = System.nanoTime();
        Process process = builder.start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE) {
                process.destroyForcibly();
                throw new IOException("%s did not start; see %s.log".formatted(mainClass, data));
            }
        }
        return new AppProcess(process, port, (System.nanoTime() - started) / 1e6);
    }

    int port() {
        return port;
    }

    double millisToFirstAnswer() {
        return millisToFirstAnswer;
    }

    /** Resident memory now, in MB; not a number where /proc is missing. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(HEALTH);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (SocketException notYet) {
            // Asking without a pause would take one of two cores from what is being measured.
            LockSupport.parkNanos(2_000_000);
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
