package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.RealtimeGateway.Delivery;

/** What every {@link RealtimeGateway} promises, to clients that are the JDK's own. */
public abstract class RealtimeGatewayContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** More than any system buffers between two processes, in messages of 32 KB. */
    private static final int FAR_TOO_MANY = 4096;

    /**
     * A client that is connected.
     *
     * @param id the gateway's
     */
    public record Connected(String id, WebSocket socket) {}

    protected abstract RealtimeGateway gateway();

    /** Connects a client; returns when the gateway can send to it. */
    protected abstract Connected connect(WebSocket.Listener listener);

    @Test
    void whatIsSentArrivesWholeAndInOrder() {
        Reader reader = new Reader();
        Connected client = connect(reader);
        List<String> texts = IntStream.range(0, 100)
                .mapToObj(i -> "{\"text\":\"Grüße 👋 " + i + "\"}")
                .toList();

        texts.forEach(text -> assertThat(gateway().send(client.id(), text)).isEqualTo(Delivery.DELIVERED));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.texts).containsExactlyElementsOf(texts));
    }

    @Test
    void aMessageHasAtMost128Kilobytes() {
        Reader reader = new Reader();
        Connected client = connect(reader);
        String largest = "x".repeat(RealtimeGateway.MAX_MESSAGE);

        assertThat(gateway().send(client.id(), largest)).isEqualTo(Delivery.DELIVERED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway().send(client.id(), largest + "x"))
                .withMessageContaining("131073 bytes");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.texts).containsExactly(largest));
    }

    @Test
    void nobodyIsConnectedByAnIdThatWasNeverGiven() {
        assertThat(gateway().send("nobody=", "{}")).isEqualTo(Delivery.GONE);
        gateway().close("nobody=");
    }

    @Test
    void aClientThatHasLeftIsGone() {
        Connected client = connect(new Reader());

        client.socket().abort();

        await().atMost(PATIENCE).until(() -> gateway().send(client.id(), "{}") == Delivery.GONE);
    }

    @Test
    void aConnectionThatIsClosedIsClosedForItsClientAndGone() {
        Reader reader = new Reader();
        Connected client = connect(reader);

        gateway().close(client.id());

        await().atMost(PATIENCE).until(() -> reader.closedWith != 0);
        await().atMost(PATIENCE).until(() -> gateway().send(client.id(), "{}") == Delivery.GONE);
    }

    @Test
    void aClientThatDoesNotReadIsSlowAndDoesNotHoldUpTheOthers() {
        Connected lazy = connect(new WebSocket.Listener() {
            @Override
            public void onOpen(WebSocket socket) {
                // Asks for nothing, ever.
            }
        });
        Reader reader = new Reader();
        Connected other = connect(reader);
        String text = "x".repeat(RealtimeGateway.MAX_FRAME);

        int taken = 0;
        while (taken < FAR_TOO_MANY && gateway().send(lazy.id(), text) == Delivery.DELIVERED) {
            taken++;
        }

        assertThat(taken).isLessThan(FAR_TOO_MANY);
        assertThat(gateway().send(other.id(), "{}")).isEqualTo(Delivery.DELIVERED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.texts).containsExactly("{}"));
        gateway().close(lazy.id());
        await().atMost(PATIENCE).until(() -> gateway().send(lazy.id(), "{}") == Delivery.GONE);
    }

    /** A client that reads what it is sent. */
    public static final class Reader implements WebSocket.Listener {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private volatile int closedWith;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closedWith = status;
            return null;
        }
    }
}
