package org.tctf.usermessage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tctf.embedded.LocalSockets;
import org.tctf.testing.TestPlatform;
import org.tctf.testing.TestSocket;

/** A client that does not read is not waited for and not buffered for: it is cut off, and syncs when it is back. */
class SlowClientTest {
    private static final String TICKETS = "/v1/chat/socket-tickets";

    /** More than the system buffers between two of its own sockets: 12 KB each. */
    private static final int ENOUGH = 4000;

    @Test
    void aClientThatDoesNotReadIsCutOffAndMissesNothing() {
        try (TestPlatform platform = TestPlatform.startWithoutRateLimits();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpChat chat = new HttpChat(platform);
            chat.exists("ada", "Ada");
            chat.exists("bob", "Bob");
            String id = chat.direct("ada", "bob");
            WebSocket deaf = connect(platform, http);
            String text = "€".repeat(4000);
            long sent = 0;

            while (platform.bean(LocalSockets.class).size() > 0 && sent < ENOUGH) {
                chat.send("ada", id, "m" + ++sent, text, null);
            }
            platform.settle();

            assertThat(sent)
                    .as("it was cut off before the buffers of the world were full")
                    .isLessThan(ENOUGH);
            try (TestSocket back = platform.connect(platform.as("bob"), TICKETS)) {
                assertThat(all(back, id))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, sent + 1).boxed().toList());
            }
            deaf.abort();
        }
    }

    /** It asks for nothing, so the JDK's client reads nothing, and the system's buffers fill. */
    private static WebSocket connect(TestPlatform platform, HttpClient http) {
        URI url = URI.create(platform.as("bob").post(TICKETS).expect(201).at("/url"));
        URI here =
                URI.create("ws://%s%s?%s".formatted(platform.address().getAuthority(), url.getPath(), url.getQuery()));
        return http.newWebSocketBuilder()
                .buildAsync(here, new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket opened) {
                        // Whoever wants frames would ask for them here.
                    }
                })
                .join();
    }

    private static List<Long> all(TestSocket socket, String conversationId) {
        List<Long> seqs = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            JsonNode gap = socket.call("sync", Map.of("conversationId", conversationId, "after", after))
                    .path("body");
            gap.path("changes").forEach(change -> seqs.add(change.path("seq").asLong()));
            after = gap.path("upTo").asLong();
            more = gap.path("more").asBoolean();
        }
        return seqs;
    }
}
