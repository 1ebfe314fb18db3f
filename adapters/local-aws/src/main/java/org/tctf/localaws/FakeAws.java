package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of the loopback address that speaks "AWS JSON" 1.0 and 1.1 (Smithy, "AWS JSON protocols") and the services'
 * REST paths. What it answers is put in by the fakes of single services, such as {@code FakeKms}. Signatures are not
 * checked.
 */
public final class FakeAws implements AutoCloseable {

    /** What one operation answers. */
    @FunctionalInterface
    public interface Operation {
        /** @throws AwsFault as AWS would answer it */
        JsonNode answer(JsonNode request);
    }

    /** An answer of which more than its JSON body counts. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {}

    /** What an operation of the second kind answers. */
    @FunctionalInterface
    interface RestOperation {
        /**
         * @param request its JSON body; of a GET, the query's parameters
         * @throws AwsFault as AWS would answer it
         */
        Reply answer(JsonNode request);
    }

    private record Trouble(Duration delay, @Nullable AwsFault fault, boolean isAnswerLost) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, RestOperation> operations = new ConcurrentHashMap<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> calls = new ConcurrentHashMap<>();

    private FakeAws(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port, without any service. */
    public static FakeAws start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeAws fake = new FakeAws(server);
            server.createContext("/", fake::handle);
            server.setExecutor(fake.threads);
            server.start();
            return fake;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** What the SDK's clients take as endpoint override. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Says what an operation answers.
     *
     * @param operation its {@code X-Amz-Target}, {@code TrentService.GenerateDataKey}, or its method and path, {@code POST
     *     /v2/email/outbound-emails}
     */
    public FakeAws serve(String operation, Operation answer) {
        return serveReply(
                operation,
                request -> new Reply(
                        200, Map.of(), answer.answer(request).toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Says what an operation answers, headers and all. */
    FakeAws serveReply(String operation, RestOperation answer) {
        operations.put(operation, answer);
        return this;
    }

    /** The next so many calls of an operation fail so; then it answers again. */
    public void failNext(String operation, int times, AwsFault fault) {
        for (int i = 0; i < times; i++) {
            trouble(operation, new Trouble(Duration.ZERO, fault, false));
        }
    }

    /** The next call of an operation is answered only after this time: a service that hangs. */
    public void delayNext(String operation, Duration delay) {
        trouble(operation, new Trouble(delay, null, false));
    }

    /** The next call of an operation is done, but its connection ends without an answer. */
    public void loseNextAnswer(String operation) {
        trouble(operation, new Trouble(Duration.ZERO, null, true));
    }

    /** The requests of an operation so far, refused ones too. */
    public List<JsonNode> calls(String operation) {
        return List.copyOf(calls.getOrDefault(operation, List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void trouble(String operation, Trouble trouble) {
        Deque<Trouble> next = troubles.computeIfAbsent(operation, key -> new ArrayDeque<>());
        synchronized (next) {
            next.add(trouble);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String operation = target == null
                    ? exchange.getRequestMethod() + " "
                            + exchange.getRequestURI().getPath()
                    : target;
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                Reply answer =
                        answer(operation, body.length == 0 ? query(exchange.getRequestURI()) : JSON.readTree(body));
                if (answer != null) {
                    send(exchange, answer);
                }
            } catch (AwsFault fault) {
                send(
                        exchange,
                        new Reply(
                                fault.status(),
                                Map.of("x-amzn-ErrorType", fault.code()),
                                fault.body().toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Null when the answer is lost. */
    private @Nullable Reply answer(String operation, JsonNode request) {
        calls.computeIfAbsent(operation, key -> new CopyOnWriteArrayList<>()).add(request);
        Trouble trouble = nextTrouble(operation);
        if (trouble != null) {
            sleep(trouble.delay());
            if (trouble.fault() != null) {
                throw trouble.fault();
            }
        }
        RestOperation known = operations.get(operation);
        if (known == null) {
            throw AwsFault.badRequest("UnknownOperationException", "nothing here answers " + operation);
        }
        Reply answer = known.answer(request);
        return trouble != null && trouble.isAnswerLost() ? null : answer;
    }

    private @Nullable Trouble nextTrouble(String operation) {
        Deque<Trouble> next = troubles.get(operation);
        if (next == null) {
            return null;
        }
        synchronized (next) {
            return next.poll();
        }
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode query(URI uri) {
        ObjectNode parameters = JSON.createObjectNode();
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        // The next fake may get this one's port, and a client's kept connection would lead to nobody.
        exchange.getResponseHeaders().set("Connection", "close");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = reply.body();
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
