package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.tctf.testing.TestPlatform;
import org.tctf.testing.TestSocket;

/** Devices lose their connections at any moment, and yet all of them end with the count that is true. */
class DevicesChaosTest {
    private static final String LIST = "/v1/notifications?limit=100";
    private static final int DEVICES = 3;

    private static TestPlatform platform;

    /** What may happen, in any order. */
    enum Step {
        ARRIVES,
        READ_OVER_SOCKET,
        READ_OVER_HTTP,
        CUT,
        CONNECT,
        SETTLE
    }

    record Move(Step step, int device) {}

    @BeforeContainer
    static void start() {
        platform = TestPlatform.startWithoutRateLimits();
    }

    @AfterContainer
    static void stop() {
        platform.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void devicesThatWereCutOffEndWithTheExactCount(@ForAll("moves") List<Move> moves) {
        String member = UUID.randomUUID().toString();
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            devices.add(new Device(member));
        }
        int arrived = 0;
        for (Move move : moves) {
            Device device = devices.get(move.device());
            switch (move.step()) {
                case ARRIVES -> {
                    arrived++;
                    platform.fact("PASSWORD_CHANGED", 1, member, Map.of("userId", member, "changedAt", now()));
                }
                case READ_OVER_SOCKET -> device.readOneOverSocket();
                case READ_OVER_HTTP -> device.readOneOverHttp();
                case CUT -> device.cut();
                case CONNECT -> device.connect();
                case SETTLE -> platform.settle();
            }
        }
        devices.forEach(Device::connect);
        platform.settle();

        JsonNode list = platform.as(member).get(LIST).expect(200).json();
        long read = devices.stream().mapToLong(device -> device.read).sum();
        assertThat(list.path("unread").asLong()).isEqualTo(arrived - read);
        devices.forEach(device -> await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            device.absorb();
            assertThat(device.unread).isEqualTo(list.path("unread").asLong());
        }));
        devices.forEach(Device::cut);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Step> steps = Arbitraries.of(
                Step.ARRIVES,
                Step.ARRIVES,
                Step.ARRIVES,
                Step.READ_OVER_SOCKET,
                Step.READ_OVER_HTTP,
                Step.CUT,
                Step.CONNECT,
                Step.SETTLE);
        return Combinators.combine(steps, Arbitraries.integers().between(0, DEVICES - 1))
                .as(Move::new)
                .list()
                .ofMaxSize(30);
    }

    private static String now() {
        return platform.clock().instant().toString();
    }

    /** What a client does: reads the state when it connects, and then believes the higher revision. */
    private static final class Device {
        private final String member;
        private @Nullable TestSocket socket;
        private int absorbed;
        private long unread;
        private long revision;
        private long read;

        Device(String member) {
            this.member = member;
        }

        void connect() {
            if (socket == null) {
                socket = platform.connect(platform.as(member), "/v1/notifications/socket-tickets");
                absorbed = 0;
                apply(list());
            }
        }

        void cut() {
            if (socket != null) {
                socket.cut();
                socket = null;
            }
        }

        void readOneOverSocket() {
            List<String> unreadIds = unreadIds();
            if (socket != null && !unreadIds.isEmpty()) {
                JsonNode answer = socket.call("read", Map.of("ids", unreadIds.subList(0, 1)));
                read += answer.at("/body/read").asInt();
                apply(answer.path("body"));
            }
        }

        void readOneOverHttp() {
            List<String> unreadIds = unreadIds();
            if (!unreadIds.isEmpty()) {
                JsonNode answer = platform.as(member)
                        .post("/v1/notifications/read", Map.of("ids", unreadIds.subList(0, 1)))
                        .expect(200)
                        .json();
                read += answer.path("read").asInt();
                apply(answer);
            }
        }

        void absorb() {
            if (socket != null) {
                List<JsonNode> frames = socket.frames();
                frames.subList(absorbed, frames.size()).stream()
                        .filter(frame -> frame.has("revision"))
                        .forEach(this::apply);
                absorbed = frames.size();
            }
        }

        private void apply(JsonNode news) {
            if (news.path("revision").asLong() >= revision) {
                revision = news.path("revision").asLong();
                unread = news.path("unread").asLong();
            }
        }

        private JsonNode list() {
            return platform.as(member).get(LIST).expect(200).json();
        }

        private List<String> unreadIds() {
            List<String> ids = new ArrayList<>();
            list().path("items").forEach(item -> {
                if (!item.hasNonNull("readAt")) {
                    ids.add(item.path("id").asText());
                }
            });
            return ids;
        }
    }
}
