package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.http.SocketSchemas;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;
import org.tctf.testing.TestSocket;

/** What a member's devices are told at once, and what they may do over the same connection. */
class ActivitySocketPlatformTest {
    private static final String TICKETS = "/v1/notifications/socket-tickets";

    private final Platform platform = Platform.start();
    private final List<TestSocket> devices = new ArrayList<>();

    @BeforeEach
    void ada() {
        created("ada");
        platform.settle();
    }

    @AfterEach
    void stop() {
        devices.forEach(TestSocket::close);
        platform.close();
    }

    @Test
    void everyDeviceOfAMemberIsToldOfANewNotificationAndNobodyElses() {
        TestSocket phone = device("ada");
        TestSocket laptop = device("ada");
        TestSocket bobs = device("bob");

        platform.fact("PASSWORD_CHANGED", 1, "ada", Map.of("userId", "ada", "changedAt", now()));
        platform.settle();

        for (TestSocket device : List.of(phone, laptop)) {
            JsonNode told = device.next("notification");
            assertThat(told.at("/notification/title").asText()).contains("password");
            assertThat(told.path("unread").asLong()).isEqualTo(2);
            assertThat(new SocketSchemas().errors(ActivityService.DEFINITION, "notification", told))
                    .isEmpty();
        }
        assertThat(bobs.frames()).isEmpty();
    }

    @Test
    void whatOneDeviceReadsIsReadOnAllAndTheCountIsThatOfTheList() {
        TestSocket phone = device("ada");
        TestSocket laptop = device("ada");
        String id = list("ada").at("/items/0/id").asText();

        JsonNode answer = phone.call("read", Map.of("ids", List.of(id)));

        assertThat(answer.path("type").asText()).isEqualTo("answer");
        assertThat(answer.at("/body/read").asInt()).isEqualTo(1);
        assertThat(answer.at("/body/unread").asInt()).isZero();
        JsonNode told = laptop.next("unread");
        assertThat(told.path("unread").asInt()).isZero();
        assertThat(told.path("read")).extracting(JsonNode::asText).containsExactly(id);
        assertThat(told.path("revision").asLong())
                .isEqualTo(list("ada").path("revision").asLong());
        assertThat(new SocketSchemas().errors(ActivityService.DEFINITION, "unread", told))
                .isEmpty();
        assertThat(list("ada").at("/items/0/readAt").isTextual()).isTrue();
    }

    @Test
    void whatIsReadOverHttpIsToldToTheDevices() {
        TestSocket phone = device("ada");

        platform.as("ada").post("/v1/notifications/read", Map.of()).expect(200);

        assertThat(phone.next("unread").path("unread").asInt()).isZero();
    }

    @Test
    void lookingAtTheListOverTheSocketIsLookingAtIt() {
        assertThat(list("ada").at("/items/0/seen").asBoolean()).isFalse();

        JsonNode answer = device("ada").call("seen", Map.of());

        assertThat(answer.at("/body/unread").asInt()).isEqualTo(1);
        assertThat(list("ada").at("/items/0/seen").asBoolean()).isTrue();
    }

    @Test
    void aMessageThatIsWrongIsAnsweredWithTheProblemOfHttpAndTheConnectionStays() {
        TestSocket phone = device("ada");

        JsonNode tooMany = phone.call("read", Map.of("ids", List.of(""), "all", true));
        JsonNode unknown = phone.call("delete", Map.of());
        phone.send("{not json");

        assertThat(tooMany.at("/problem/code").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(tooMany.at("/problem/status").asInt()).isEqualTo(400);
        assertThat(tooMany.at("/problem/errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/all", "/ids/0");
        assertThat(tooMany.at("/problem/correlationId").asText()).isNotEmpty();
        assertThat(unknown.at("/problem/code").asText()).isEqualTo("UNKNOWN_ACTION");
        assertThat(phone.await(frame -> frame.at("/problem/code").asText().equals("MALFORMED_JSON"), "a problem")
                        .has("ref"))
                .isFalse();
        assertThat(phone.call("ping", Map.of()).path("type").asText()).isEqualTo("pong");
    }

    @Test
    void aTicketOpensOneConnectionWithinAMinute() {
        URI url = ticket("ada");
        devices.add(platform.connect(url, Map.of()));
        URI old = ticket("ada");
        platform.advance(Duration.ofSeconds(61));

        assertRefused(401, url);
        assertRefused(401, old);
        assertRefused(401, URI.create(url.toString().replaceFirst("ticket=.*", "ticket=guessed")));
        assertRefused(401, URI.create(url.toString().replaceFirst("ticket=.*", "")));
        assertThat(platform.anonymous().post(TICKETS).status()).isEqualTo(401);
    }

    @Test
    void aPageOfAnotherOriginMayNotConnect() {
        assertThatThrownBy(() -> platform.connect(ticket("ada"), Map.of("Origin", "https://evil.example")))
                .isInstanceOfSatisfying(
                        TestSocket.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
        devices.add(platform.connect(ticket("ada"), Map.of("Origin", "http://127.0.0.1:8080")));
    }

    @Test
    void anEleventhDeviceTakesThePlaceOfTheOldest() {
        TestSocket oldest = device("ada");
        platform.advance(Duration.ofSeconds(1));
        List<TestSocket> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(device("ada"));
        }

        oldest.awaitClose();
        platform.as("ada").post("/v1/notifications/read", Map.of()).expect(200);

        others.forEach(device -> device.next("unread"));
        assertThat(oldest.frames()).isEmpty();
    }

    @Test
    void aConnectionEndsAfterAnHour() {
        TestSocket phone = device("ada");
        platform.advance(Duration.ofMinutes(61));

        platform.as("ada").post("/v1/notifications/read", Map.of()).expect(200);

        phone.awaitClose();
        assertThat(phone.frames()).isEmpty();
    }

    @Test
    void aDeviceThatWasCutOffReadsWhatItMissedAndGoesOn() {
        TestSocket phone = device("ada");
        phone.cut();
        platform.advance(Duration.ofMinutes(1));
        platform.fact("PASSWORD_CHANGED", 1, "ada", Map.of("userId", "ada", "changedAt", now()));
        platform.settle();

        TestSocket again = device("ada");
        long missed = list("ada").path("unread").asLong();
        platform.as("ada").post("/v1/notifications/read", Map.of()).expect(200);

        assertThat(missed).isEqualTo(2);
        assertThat(again.next("unread").path("unread").asLong()).isZero();
    }

    private TestSocket device(String member) {
        TestSocket device = platform.connect(platform.as(member), TICKETS);
        devices.add(device);
        return device;
    }

    private URI ticket(String member) {
        Answer answer = platform.as(member).post(TICKETS).expect(201);
        assertThat(answer.json().path("lasts").asInt()).isEqualTo(3600);
        return URI.create(answer.json().path("url").asText());
    }

    private void assertRefused(int status, URI url) {
        assertThatThrownBy(() -> platform.connect(url, Map.of()))
                .isInstanceOfSatisfying(
                        TestSocket.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    private JsonNode list(String member) {
        return platform.as(member).get("/v1/notifications").expect(200).json();
    }

    private void created(String member) {
        platform.fact(
                "USER_CREATED",
                1,
                member,
                Map.of("userId", member, "firstName", "Ada", "lastName", "Lovelace", "language", "en"));
    }

    private String now() {
        return platform.clock().instant().toString();
    }
}
