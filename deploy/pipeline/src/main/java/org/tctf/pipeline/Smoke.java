package org.tctf.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Is what is deployed alive and shut? Asks every operation of an OpenAPI document once, as a stranger, in a way that
 * changes nothing: a guarded one must say 401, a public read must answer, a public write must refuse an empty object.
 */
final class Smoke {
    private static final Set<Integer> ALIVE = Set.of(200, 204, 304, 400, 404, 422);

    private static final Set<Integer> REFUSED = Set.of(400, 401, 409, 415, 422);
    /** With this API Gateway answers a path that it does not know, whatever status the answer was given. */
    private static final String ERROR_TYPE = "x-amzn-ErrorType";

    private static final String NO_ROUTE = "MissingAuthenticationToken";
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI address;

    /** @param address of the API, with its stage's path if it has one */
    Smoke(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** @param got the status, or why there is none */
    record Answer(String operation, Set<Integer> expected, String got, boolean isGood) {
        @Override
        public String toString() {
            return isGood
                    ? "ok    %-50s %s".formatted(operation, got)
                    : "FAIL  %-50s %s, expected one of %s".formatted(operation, got, new TreeSet<>(expected));
        }
    }

    /** One answer for each operation of the document. */
    List<Answer> ask(Path openApi) throws IOException, InterruptedException {
        JsonNode document = new ObjectMapper().readTree(openApi.toFile());
        List<Answer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    JsonNode security = operation.getValue().path("security");
                    answers.add(ask(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            isPublic(security.isMissingNode() ? document.path("security") : security)));
                }
            }
        }
        return answers;
    }

    private Answer ask(String method, String path, boolean isPublic) throws InterruptedException {
        boolean isRead = method.equals("GET") || method.equals("HEAD");
        Set<Integer> expected = !isPublic ? Set.of(401) : isRead ? ALIVE : REFUSED;
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        address.toString().replaceAll("/$", "") + path.replaceAll("\\{[^}]+}", "smoke-test")))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, isRead ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            boolean isRouted = response.headers()
                    .firstValue(ERROR_TYPE)
                    .filter(type -> type.startsWith(NO_ROUTE))
                    .isEmpty();
            return new Answer(
                    method + " " + path,
                    expected,
                    isRouted ? Integer.toString(response.statusCode()) : "no such route",
                    isRouted && expected.contains(response.statusCode()));
        } catch (IOException none) {
            return new Answer(method + " " + path, expected, "no answer (" + none + ")", false);
        }
    }

    /** One of the alternatives asks for nothing (OpenAPI 3.1, "Security Requirement Object"). */
    private static boolean isPublic(JsonNode security) {
        if (security.isEmpty()) {
            return true;
        }
        for (JsonNode alternative : security) {
            if (alternative.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
