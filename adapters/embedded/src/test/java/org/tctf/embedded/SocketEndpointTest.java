package org.tctf.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.RealtimeGatewayContract;
import org.tctf.embedded.rooms.Presence;
import org.tctf.embedded.rooms.RoomsService;
import org.tctf.identity.Accounts.Registration.Registered;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns.Opened;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.ServiceSockets;

class SocketEndpointTest extends RealtimeGatewayContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private RunningPlatform platform;

    @BeforeEach
    void start() {
        InstantSource clock = now::get;
        platform = RunningPlatform.start(
                new Settings(0, folder, Mode.DEV, MailSettings.MAILBOX, URI.create("http://127.0.0.1:8080"), 0, true),
                clock);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        platform.close();
    }

    @Override
    protected RealtimeGateway gateway() {
        return platform.bean(LocalSockets.class);
    }

    @Override
    protected Connected connect(WebSocket.Listener listener) {
        return connect(listener, "session");
    }

    @Test
    void messagesThatComeTogetherAreDoneOneAfterTheOther() {
        Client client = new Client();
        List<String> texts = IntStream.range(0, 100).mapToObj(Integer::toString).toList();

        texts.forEach(text -> client.send("{\"action\":\"echo\",\"text\":\"%s\"}".formatted(text)));

        await().atMost(PATIENCE).until(() -> client.frames.size() == texts.size());
        assertThat(client.frames)
                .extracting(frame -> frame.at("/body/text").asText())
                .isEqualTo(texts);
    }

    @Test
    void aMessageMayComeInSeveralFramesUpTo128Kilobytes() {
        Client client = new Client();
        String text = "é".repeat(60_000);

        client.sendParts("{\"action\":\"echo\",\"text\":\"" + text + "\"}");
        assertThat(client.next("answer").at("/body/text").asText()).isEqualTo(text);

        client.sendParts("{\"action\":\"echo\",\"text\":\"" + text + text + "\"}");
        assertThat(client.next("problem").at("/problem/code").asText()).isEqualTo("MESSAGE_TOO_LARGE");
        assertThat(client.awaitClose()).isEqualTo(1009);
    }

    @Test
    void aFrameOfMoreThan32KilobytesEndsTheConnection() throws IOException {
        // By hand: the JDK's client never sends so large a frame.
        String query = sockets().ticket("ada", "session").url().getQuery();
        try (Socket client = new Socket("127.0.0.1", platform.address().getPort())) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = client.getOutputStream();
            out.write("""
                    GET /v1/rooms/socket?%s HTTP/1.1\r
                    Host: %s\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    \r
                    """.formatted(query, platform.address().getAuthority()).getBytes(StandardCharsets.US_ASCII));
            await().atMost(PATIENCE)
                    .until(() -> platform.bean(LocalSockets.class).size() == 1);
            int length = RealtimeGateway.MAX_FRAME + 1;
            out.write(ByteBuffer.allocate(8 + length)
                    .put((byte) 0x81) // a text, whole
                    .put((byte) 0xFE) // masked, its length in the next two bytes
                    .putShort((short) length)
                    .array());

            client.getInputStream().readAllBytes();
        }
        await().atMost(PATIENCE).until(() -> platform.bean(LocalSockets.class).size() == 0);
    }

    @Test
    void bytesThatAreNoTextEndTheConnection() {
        Client client = new Client();

        client.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

        assertThat(client.awaitClose()).isEqualTo(1003);
    }

    @Test
    void aBugTellsNothingOfItselfAndTheConnectionStays() {
        Client client = new Client();

        client.send("{\"action\":\"fail\",\"ref\":\"7\"}");

        JsonNode problem = client.next("problem");
        assertThat(problem.path("ref").asText()).isEqualTo("7");
        assertThat(problem.at("/problem/code").asText()).isEqualTo("INTERNAL_ERROR");
        assertThat(problem.toString()).doesNotContain("database");
        client.send("{\"action\":\"ping\"}");
        client.next("pong");
    }

    @Test
    void aConnectionTakes300MessagesAMinute() {
        Client client = new Client();

        IntStream.rangeClosed(0, 300).forEach(i -> client.send("{\"action\":\"ping\"}"));

        await().atMost(PATIENCE).until(() -> client.frames.size() == 301);
        JsonNode last = client.frames.getLast();
        assertThat(last.at("/problem/code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(last.at("/problem/retryAfter").asInt()).isEqualTo(60);
    }

    @Test
    void whoIsHereIsKnownAsLongAsTheyAre() {
        Client client = new Client();
        Presence presence = platform.bean(Presence.class);

        assertThat(presence.here()).extracting(Connection::memberId).containsExactly("ada");
        client.socket.abort();

        await().atMost(PATIENCE).until(() -> presence.here().isEmpty());
        assertThat(sockets().push("ada", () -> new RoomsService.Said("hello"))).isZero();
    }

    @Test
    void whenTheSessionEndsNothingGoesOverTheConnectionAnyMore() {
        IdentityProvider provider = platform.bean(IdentityProvider.class);
        EmailAddress email = new EmailAddress("ada@example.org");
        Password password = new Password("correct horse battery staple");
        String account = ((Registered) provider.accounts().register(email, password)).accountId();
        provider.accounts().confirm(account);
        Opened opened = (Opened) provider.signIns().begin(account, Proof.PASSWORD, null, null);
        String session = opened.tokens().sessionId();
        Client pushed = new Client(session);
        Client acting = new Client(session);
        Client other = new Client("another-session");

        provider.sessions().end(account, session);
        acting.send("{\"action\":\"echo\",\"text\":\"secret\"}");
        int told = sockets().push("ada", () -> new RoomsService.Said("hello"));

        assertThat(told).isEqualTo(1);
        assertThat(other.next("said").path("text").asText()).isEqualTo("hello");
        assertThat(pushed.awaitClose()).isEqualTo(1001);
        assertThat(acting.awaitClose()).isEqualTo(1001);
        assertThat(pushed.frames).isEmpty();
        assertThat(acting.frames).isEmpty();
    }

    @Test
    void whenEverybodysSessionsEndNothingGoesOverAConnectionOfBeforeAnyMore() {
        Client before = new Client("a-session");
        platform.bean(IdentityProvider.class).sessions().endEverybodys(now.get());
        now.updateAndGet(time -> time.plusSeconds(1));
        Client after = new Client("a-session-of-afterwards");

        assertThat(sockets().push("ada", () -> new RoomsService.Said("hello"))).isEqualTo(1);

        assertThat(after.next("said").path("text").asText()).isEqualTo("hello");
        assertThat(before.awaitClose()).isEqualTo(1001);
        assertThat(before.frames).isEmpty();
    }

    @Test
    void anIdleConnectionEndsAfterAnHourWithoutAnybodyUsingIt() {
        Client client = new Client();
        now.updateAndGet(time -> time.plus(Connection.LIFETIME));

        platform.bean(LocalSockets.class).sweep();

        assertThat(client.awaitClose()).isEqualTo(1001);
    }

    @Test
    void aPlainRequestIsToldWhatThisIs() throws IOException, InterruptedException {
        assertThat(get("/v1/rooms/socket?ticket=x")).contains("UPGRADE_REQUIRED");
        assertThat(get("/v1/nothing/socket")).contains("NOT_FOUND");
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(platform.address().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private MemberSockets sockets() {
        return platform.bean(ServiceSockets.class).of(RoomsService.DEFINITION);
    }

    private Connected connect(WebSocket.Listener listener, String session) {
        List<String> before = ids();
        String query = sockets().ticket("ada", session).url().getQuery();
        URI url = URI.create(
                "ws://%s/v1/rooms/socket?%s".formatted(platform.address().getAuthority(), query));
        WebSocket socket = http.newWebSocketBuilder().buildAsync(url, listener).join();
        List<String> fresh = ids().stream().filter(id -> !before.contains(id)).toList();
        await().atMost(PATIENCE).until(() -> platform.bean(LocalSockets.class).size() > before.size());
        return new Connected(fresh.getFirst(), socket);
    }

    private List<String> ids() {
        return platform.bean(Presence.class).here().stream().map(Connection::id).toList();
    }

    /** A client that reads JSON. */
    private final class Client implements WebSocket.Listener {
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;
        private volatile int closedWith;

        Client() {
            this("session");
        }

        Client(String session) {
            socket = connect(this, session).socket();
        }

        void send(String text) {
            socket.sendText(text, true).join();
        }

        void sendParts(String text) {
            int length = 10_000;
            for (int from = 0; from < text.length(); from += length) {
                int to = Math.min(text.length(), from + length);
                socket.sendText(text.substring(from, to), to == text.length()).join();
            }
        }

        JsonNode next(String type) {
            return await(type)
                    .atMost(PATIENCE)
                    .until(
                            () -> frames.stream()
                                    .filter(frame -> frame.path("type").asText().equals(type))
                                    .findFirst()
                                    .orElse(null),
                            found -> found != null);
        }

        int awaitClose() {
            return await("the end").atMost(PATIENCE).until(() -> closedWith, status -> status != 0);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (IOException notJson) {
                    throw new AssertionError(part.toString(), notJson);
                }
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
