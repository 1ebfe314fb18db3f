package org.tctf.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connected client that keeps what it sends in order. */
final class ChatLine {
    private final WebSocket socket;
    private CompletableFuture<WebSocket> last;

    private ChatLine(WebSocket socket) {
        this.socket = socket;
        last = CompletableFuture.completedFuture(socket);
    }

    static ChatLine open(HttpClient http, URI url, Consumer<CharSequence> received) {
        return new ChatLine(http.newWebSocketBuilder()
                .buildAsync(url, new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
                        text.append(part);
                        if (isLast) {
                            received.accept(text);
                            text.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }
                })
                .join());
    }

    /** Used by one thread. */
    void say(String text) {
        last = last.thenCompose(sent -> socket.sendText(text, true));
    }

    void close() {
        socket.abort();
    }
}
