package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's side of one execution environment: the Runtime API, version 2018-06-01 (AWS Lambda Developer Guide, "Using the
 * Lambda runtime API for custom runtimes"). AWS's own runtime interface client asks it for events and brings it answers.
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the function answered with an error. */
    public static final class FunctionError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FunctionError(String message) {
            super(message);
        }
    }

    private record Invocation(String id, byte[] event, long deadlineMillis, CompletableFuture<byte[]> answer) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch snapshot = new CountDownLatch(1);
    private final CountDownLatch restored = new CountDownLatch(1);
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();

    /** Begins to listen on a free port. */
    public RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What the process takes as {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Gives the process an event.
     *
     * @return its answer; fails with a {@link FunctionError} when it answered with an error or could not start
     */
    public CompletableFuture<JsonNode> invoke(JsonNode event, Duration timeout) {
        try {
            Invocation invocation = new Invocation(
                    UUID.randomUUID().toString(),
                    JSON.writeValueAsBytes(event),
                    System.currentTimeMillis() + timeout.toMillis(),
                    new CompletableFuture<>());
            waiting.add(invocation);
            return invocation.answer().thenApply(RuntimeApi::read);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Waits until the process is ready for its snapshot, its hooks run. */
    public void awaitSnapshot() throws InterruptedException {
        snapshot.await();
    }

    /** Lets the process go on, as one that was restored. */
    public void restore() {
        restored.countDown();
    }

    /** Nobody will answer any more. */
    public void processEnded(String why) {
        FunctionError ended = new FunctionError(why);
        running.values().forEach(invocation -> invocation.answer().completeExceptionally(ended));
        waiting.forEach(invocation -> invocation.answer().completeExceptionally(ended));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(INVOCATION + "next")) {
                next(exchange);
                return;
            }
            if (path.equals("/2018-06-01/runtime/restore/next")) {
                restore(exchange);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.equals("/2018-06-01/runtime/init/error") || path.equals("/2018-06-01/runtime/restore/error")) {
                processEnded("the function could not start: " + new String(body, StandardCharsets.UTF_8));
            } else {
                String[] rest = path.substring(INVOCATION.length()).split("/", -1);
                Invocation invocation = running.remove(rest[0]);
                if (invocation != null && rest[1].equals("response")) {
                    invocation.answer().complete(body);
                } else if (invocation != null) {
                    invocation
                            .answer()
                            .completeExceptionally(new FunctionError(new String(body, StandardCharsets.UTF_8)));
                }
            }
            exchange.sendResponseHeaders(202, -1);
        }
    }

    /** A process that is to be a snapshot waits here: what comes before is in the snapshot, what comes after is not. */
    private void restore(HttpExchange exchange) throws IOException {
        snapshot.countDown();
        try {
            restored.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, -1);
    }

    private void next(HttpExchange exchange) throws IOException {
        Invocation invocation;
        try {
            invocation = waiting.take();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        running.put(invocation.id(), invocation);
        // Without a content type the runtime's native client ends with a segmentation fault.
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMillis()));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:000000000000:function:local");
        exchange.sendResponseHeaders(200, invocation.event().length);
        exchange.getResponseBody().write(invocation.event());
    }

    private static JsonNode read(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
