package org.tctf.localaws;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * One execution environment of one function: a process that AWS's runtime interface client runs, with the JVM options of
 * the managed runtime, taking events from a {@link RuntimeApi}. Like Lambda's it does one event at a time, and is ended
 * when an event takes longer than the function's limit.
 */
public final class FunctionProcess implements AutoCloseable {
    /** As the managed runtime has them for a function of 1 GB without a snapshot. */
    public static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m", "--enable-native-access=ALL-UNNAMED");

    /** Not part of the function's limit: Lambda gives the start ten seconds of its own, and a busy laptop needs more. */
    private static final Duration START = Duration.ofMinutes(1);

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final Path log;

    /**
     * Starts it.
     *
     * @param taskRoot the unpacked package with the layer's jars, as the managed runtime sees both
     * @param log what the process prints goes there
     */
    public FunctionProcess(Path taskRoot, String handler, Map<String, String> environment, Path log) {
        this(JVM, runtimeClassPath(), taskRoot, handler, environment, log);
    }

    /**
     * Starts it by a wrapper script, which is given the runtime's own command (AWS Lambda Developer Guide, "Using a wrapper
     * script").
     */
    public FunctionProcess(Path wrapper, Path taskRoot, String handler, Map<String, String> environment, Path log) {
        this(
                List.of(wrapper.toAbsolutePath().toString()),
                JVM,
                runtimeClassPath(),
                taskRoot,
                handler,
                environment,
                log);
    }

    /**
     * Starts it in another way.
     *
     * @param options of the JVM
     * @param classPath at least {@link #runtimeClassPath()}
     */
    public FunctionProcess(
            List<String> options,
            String classPath,
            Path taskRoot,
            String handler,
            Map<String, String> environment,
            Path log) {
        this(List.of(), options, classPath, taskRoot, handler, environment, log);
    }

    private FunctionProcess(
            List<String> wrapper,
            List<String> options,
            String classPath,
            Path taskRoot,
            String handler,
            Map<String, String> environment,
            Path log) {
        this.log = log;
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, AWSLambda.class.getName(), handler));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(taskRoot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                        api.address(),
                        "_HANDLER",
                        handler,
                        "LAMBDA_TASK_ROOT",
                        taskRoot.toString(),
                        "AWS_LAMBDA_FUNCTION_NAME",
                        handler,
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "1024",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "local",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
                        "local"));
        try {
            process = builder.start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        process.onExit().thenRun(() -> api.processEnded("the function's process ended; " + log + " says:\n" + tail()));
    }

    /** Lambda's side of it. */
    public RuntimeApi runtime() {
        return api;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @throws RuntimeApi.FunctionError when the function failed, or took longer than the timeout; then the process is ended,
     *     as Lambda does
     */
    public synchronized JsonNode invoke(JsonNode event, Duration timeout) {
        try {
            return api.invoke(event, timeout).get(timeout.plus(START).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            close();
            throw new RuntimeApi.FunctionError("Task timed out after %s".formatted(timeout));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeApi.FunctionError error
                    ? error
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }

    /** Asks the process to end, as Lambda does with SIGTERM, and waits until it has. */
    public void end() {
        process.destroy();
        process.onExit().join();
        api.close();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "nothing readable";
        }
    }

    /** The client and what it needs, nothing of ours: the function's classes come from the task's root alone. */
    public static String runtimeClassPath() {
        return Stream.of(AWSLambda.class, RequestHandler.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(FunctionProcess::jarOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
