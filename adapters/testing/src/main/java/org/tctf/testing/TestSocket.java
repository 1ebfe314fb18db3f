package org.tctf.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A device on a WebSocket: the JDK's own client, nothing of ours. */
public final class TestSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ABNORMAL = 1006;

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile int closedWith;
    private final WebSocket socket;

    private TestSocket(HttpClient http, URI url, Map<String, String> headers) {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        headers.forEach(builder::header);
        socket = builder.buildAsync(url, new Listener()).join();
    }

    /** @throws Refused when the handshake is answered with anything but 101 */
    public static TestSocket open(HttpClient http, URI url, Map<String, String> headers) {
        try {
            return new TestSocket(http, url, headers);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException handshake) {
                throw new Refused(handshake.getResponse().statusCode());
            }
            throw failed;
        }
    }

    /** A handshake that was answered otherwise. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("the handshake was answered with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Sends a message, as JSON unless it is a text. */
    public void send(Object message) {
        socket.sendText(text(message), true).join();
    }

    /** Sends a part of a message. */
    public void sendPart(String text, boolean isLast) {
        socket.sendText(text, isLast).join();
    }

    /** Sends an action and waits for what answers it, an answer or a problem. */
    public JsonNode call(String action, Map<String, ?> fields) {
        String ref = "ref-" + System.nanoTime();
        Map<String, Object> message = new HashMap<>(fields);
        message.put("action", action);
        message.put("ref", ref);
        send(message);
        return await(frame -> frame.path("ref").asText().equals(ref), "an answer to " + action);
    }

    /** Everything that came so far. */
    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** The frames of a type that came so far. */
    public List<JsonNode> frames(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** The first frame of a type; waits for it. */
    public JsonNode next(String type) {
        return await(frame -> frame.path("type").asText().equals(type), "a frame " + type);
    }

    /** The first frame like this; waits for it. */
    public JsonNode await(Predicate<JsonNode> like, String what) {
        return Waiting.upTo(PATIENCE, what)
                .until(() -> frames.stream().filter(like).findFirst().orElse(null), found -> found != null);
    }

    /** The status that the other side closed it with; empty while it is open. */
    public OptionalInt closedWith() {
        return closedWith == 0 ? OptionalInt.empty() : OptionalInt.of(closedWith);
    }

    /** Waits until the other side has closed it. */
    public int awaitClose() {
        return Waiting.upTo(PATIENCE, "the connection to be closed").until(() -> closedWith, status -> status != 0);
    }

    /** The connection is lost, without a word. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(gone -> socket)
                    .join();
        }
        socket.abort();
    }

    private static String text(Object message) {
        try {
            return message instanceof String text ? text : JSON.writeValueAsString(message);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("cannot be sent as JSON: " + message, notJson);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                try {
                    frames.add(JSON.readTree(text.toString()));
                } catch (JsonProcessingException notJson) {
                    throw new AssertionError("not JSON: " + text, notJson);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closedWith = status;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closedWith = ABNORMAL;
        }
    }
}
