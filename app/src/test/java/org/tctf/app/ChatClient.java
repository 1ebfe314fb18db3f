package org.tctf.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A chat client as the protocol asks it to be: it says everything until it is answered, with the same id; it syncs when it
 * is connected again and when a change comes out of turn. One thread uses it; frames come from others.
 */
final class ChatClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http;
    private final URI platform;
    private final String token;
    private final Map<String, ChatCopy> copies = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private @Nullable WebSocket socket;
    private long refs;
    private int connections;

    ChatClient(HttpClient http, URI platform, String token, List<String> conversations) {
        this.http = http;
        this.platform = platform;
        this.token = token;
        conversations.forEach(id -> copies.put(id, new ChatCopy()));
    }

    Map<String, ChatCopy> copies() {
        return copies;
    }

    int connections() {
        return connections;
    }

    /** Does it, however often the connection or the platform dies meanwhile; says the answer's body. */
    JsonNode untilAnswered(String action, Map<String, ?> fields) {
        while (true) {
            try {
                connect();
                JsonNode answer = call(action, fields);
                if (answer.path("type").asText().equals("answer")) {
                    return answer.path("body");
                }
                int status = answer.at("/problem/status").asInt();
                boolean isForNow =
                        status >= 500 || answer.at("/problem/code").asText().equals("CONCURRENT_MODIFICATION");
                if (!isForNow) {
                    throw new AssertionError("%s was answered with %s".formatted(action, answer));
                }
            } catch (IOException lost) {
                cut();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Asks for all that it misses. */
    void catchUp() {
        copies.forEach((id, copy) -> {
            boolean isMore = true;
            while (isMore) {
                isMore = copy.replayed(
                        untilAnswered("sync", Map.of("conversationId", id, "after", copy.known(), "limit", 50)));
            }
        });
    }

    /** Asks only where a change came out of turn. */
    void catchUpWhereBehind() {
        if (copies.values().stream().anyMatch(ChatCopy::isBehind)) {
            catchUp();
        }
    }

    /** The connection is lost, without a word. */
    void cut() {
        WebSocket lost = socket;
        socket = null;
        if (lost != null) {
            lost.abort();
        }
        waiting.values().forEach(answer -> answer.cancel(false));
        waiting.clear();
    }

    private void connect() throws IOException {
        WebSocket open = socket;
        if (open != null && !open.isInputClosed() && !open.isOutputClosed()) {
            return;
        }
        HttpRequest ticket = HttpRequest.newBuilder(platform.resolve("/v1/chat/socket-tickets"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = result(http.sendAsync(ticket, BodyHandlers.ofString()));
        if (response.statusCode() >= 400 && response.statusCode() < 500) {
            throw new AssertionError("no ticket: " + response.body());
        }
        JsonNode answer = JSON.readTree(response.body());
        URI url = URI.create(answer.path("url").asText());
        URI here = URI.create("ws://%s%s?%s".formatted(platform.getAuthority(), url.getPath(), url.getQuery()));
        socket = result(http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(here, new Frames()));
        connections++;
        for (Map.Entry<String, ChatCopy> copy : copies.entrySet()) {
            boolean isMore = true;
            while (isMore) {
                JsonNode gap = call(
                        "sync",
                        Map.of(
                                "conversationId",
                                copy.getKey(),
                                "after",
                                copy.getValue().known()));
                isMore = copy.getValue().replayed(gap.path("body"));
            }
        }
    }

    private JsonNode call(String action, Map<String, ?> fields) throws IOException {
        WebSocket open = socket;
        if (open == null) {
            throw new IOException("not connected");
        }
        String ref = "r" + ++refs;
        Map<String, Object> message = new HashMap<>(fields);
        message.put("action", action);
        message.put("ref", ref);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(ref, answer);
        try {
            result(open.sendText(JSON.writeValueAsString(message), true));
            return result(answer);
        } finally {
            waiting.remove(ref);
        }
    }

    /** @throws IOException whatever the reason is that there is none */
    private static <T> T result(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException none) {
            throw new IOException(none);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                received(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            waiting.values().forEach(answer -> answer.completeExceptionally(broken));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("closed: " + status)));
            return null;
        }

        private void received(String frame) {
            try {
                JsonNode read = JSON.readTree(frame);
                CompletableFuture<JsonNode> answer =
                        waiting.get(read.path("ref").asText());
                if (answer != null) {
                    answer.complete(read);
                } else if (read.path("type").asText().equals("change")) {
                    ChatCopy copy = copies.get(read.path("conversationId").asText());
                    if (copy != null) {
                        copy.told(read.path("change"));
                    }
                }
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("not JSON: " + frame, notJson);
            }
        }
    }
}
