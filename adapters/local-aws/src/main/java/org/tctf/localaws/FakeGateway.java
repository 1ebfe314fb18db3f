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
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * API Gateway's part: turns HTTP into events of a Lambda proxy integration, and the function's answers into HTTP (API
 * Gateway Developer Guide, "Lambda proxy integrations in API Gateway").
 */
public final class FakeGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UnaryOperator<JsonNode> function;

    /** @param function what answers the events */
    public FakeGateway(UnaryOperator<JsonNode> function) {
        this.function = function;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode answer;
            try {
                answer = function.apply(event(exchange));
            } catch (RuntimeApi.FunctionError failed) {
                System.Logger log = System.getLogger(FakeGateway.class.getName());
                log.log(System.Logger.Level.WARNING, "the function failed: {0}", failed.getMessage());
                answer = JSON.createObjectNode()
                        .put("statusCode", 502)
                        .put("body", "{\"message\":\"Internal server error\"}");
            }
            send(exchange, answer);
        }
    }

    private static ObjectNode event(HttpExchange exchange) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        URI uri = exchange.getRequestURI();
        event.put("httpMethod", exchange.getRequestMethod());
        event.put("path", uri.getPath());
        event.put("resource", uri.getPath());
        ObjectNode headers = event.putObject("multiValueHeaders");
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(headers.withArray(pointer(name))::add));
        ObjectNode query = event.putObject("multiValueQueryStringParameters");
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int end = pair.indexOf('=');
                query.withArray(pointer(decoded(end < 0 ? pair : pair.substring(0, end))))
                        .add(end < 0 ? "" : decoded(pair.substring(end + 1)));
            }
        }
        event.withObject("/requestContext/identity").put("sourceIp", "127.0.0.1");
        byte[] body = exchange.getRequestBody().readAllBytes();
        event.put("isBase64Encoded", false);
        event.put("body", body.length == 0 ? null : new String(body, StandardCharsets.UTF_8));
        return event;
    }

    private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
        answer.path("multiValueHeaders").properties().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                header.getValue().forEach(value -> exchange.getResponseHeaders().add(header.getKey(), value.asText()));
            }
        });
        String text = answer.path("body").asText("");
        byte[] body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.path("statusCode").asInt(), body.length == 0 ? -1 : body.length);
        if (body.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
