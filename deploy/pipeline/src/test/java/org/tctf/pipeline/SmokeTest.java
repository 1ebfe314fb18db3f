package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an API whose answers the test sets. */
class SmokeTest {
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {
              "/v1/members/{name}": {"get": {"security": [{}, {"bearer": []}]}},
              "/v1/members": {"parameters": [], "get": {"security": [{"bearer": []}]}},
              "/v1/signup": {"post": {"security": [{}, {"bearer": []}]}}
            }}""";

    @TempDir
    private Path folder;

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>(
            Map.of("GET /v1/members/smoke-test", 404, "GET /v1/members", 401, "POST /v1/signup", 400));
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private HttpServer server;
    private Path document;

    @BeforeEach
    void anApi() throws IOException {
        document = Files.writeString(folder.resolve("openapi.json"), DOCUMENT);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stage", exchange -> {
            String asked = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().replaceFirst("/stage", "");
            bodies.put(asked, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer status = statuses.get(asked);
            if (status == null) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", "MissingAuthenticationTokenException");
            }
            exchange.sendResponseHeaders(status == null ? 404 : status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anApiThatIsAliveAndShutPasses() throws Exception {
        assertThat(ask())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("GET /v1/members/{name}", true, "GET /v1/members", true, "POST /v1/signup", true));
        assertThat(bodies)
                .containsEntry("POST /v1/signup", "{}")
                .containsEntry("GET /v1/members", "")
                .hasSize(3);
    }

    @Test
    void aGuardedOperationThatAnswersAStrangerFails() throws Exception {
        statuses.put("GET /v1/members", 200);
        assertThat(failed()).containsExactly("GET /v1/members");
    }

    @Test
    void aRouteThatWasNotDeployedFails() throws Exception {
        statuses.remove("GET /v1/members/smoke-test");
        assertThat(failed()).containsExactly("GET /v1/members/{name}");
    }

    @Test
    void anErrorInsideFails() throws Exception {
        statuses.put("GET /v1/members/smoke-test", 502);
        assertThat(failed()).containsExactly("GET /v1/members/{name}");
    }

    @Test
    void aPublicWriteThatTakesNothingForSomethingFails() throws Exception {
        statuses.put("POST /v1/signup", 201);
        assertThat(failed()).containsExactly("POST /v1/signup");
    }

    @Test
    void noAnswerAtAllFails() throws Exception {
        server.stop(0);
        assertThat(failed()).hasSize(3);
    }

    private List<String> failed() throws IOException, InterruptedException {
        return ask().entrySet().stream()
                .filter(answer -> !answer.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Boolean> ask() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stage/");
        Map<String, Boolean> good = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            new Smoke(http, address).ask(document).forEach(answer -> good.put(answer.operation(), answer.isGood()));
        }
        return good;
    }
}
