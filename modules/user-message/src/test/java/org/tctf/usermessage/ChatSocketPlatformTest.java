package org.tctf.usermessage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.http.SocketSchemas;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.testing.Platform;
import org.tctf.testing.TestSocket;

/** What devices are told at once, and what members do over the same connection. */
class ChatSocketPlatformTest {
    private static final String TICKETS = "/v1/chat/socket-tickets";

    private static Platform platform;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "ada-" + run;
    private final String bob = "bob-" + run;
    private final String eve = "eve-" + run;
    private final List<TestSocket> devices = new ArrayList<>();
    private HttpChat chat;

    @BeforeAll
    static void startPlatform() {
        platform = Platform.startWithoutRateLimits();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @BeforeEach
    void members() {
        chat = new HttpChat(platform);
        chat.exists(ada, "Ada");
        chat.exists(bob, "Bob");
        chat.exists(eve, "Eve");
        platform.settle();
    }

    @AfterEach
    void disconnect() {
        devices.forEach(TestSocket::close);
        platform.settle();
    }

    @Test
    void aMessageReachesEveryDeviceOfBothAndNobodyElses() {
        String id = chat.direct(ada, bob);
        TestSocket phone = device(bob);
        TestSocket laptop = device(bob);
        TestSocket adas = device(ada);
        TestSocket eves = device(eve);

        JsonNode answer = adas.call("message.send", message(id, "m1", "hello"));

        assertThat(answer.at("/body/number").asLong()).isEqualTo(1);
        for (TestSocket device : List.of(phone, laptop, adas)) {
            JsonNode told = change(device, 2);
            assertThat(told.path("conversationId").asText()).isEqualTo(id);
            assertThat(told.at("/change/kind").asText()).isEqualTo("SENT");
            assertThat(told.at("/change/message")).isEqualTo(answer.path("body"));
            assertFits("change", told);
        }
        assertThat(eves.frames("change")).isEmpty();
    }

    @Test
    void sendingAgainOverAnotherConnectionSendsNothingMore() {
        String id = chat.direct(ada, bob);
        JsonNode first = device(ada).call("message.send", message(id, "m1", "hello"));
        devices.getLast().cut();

        JsonNode again = device(ada).call("message.send", message(id, "m1", "hello"));
        JsonNode other = device(ada).call("message.send", message(id, "m1", "good bye"));

        assertThat(again.path("body")).isEqualTo(first.path("body"));
        assertThat(other.at("/problem/code").asText()).isEqualTo("MESSAGE_ID_REUSED");
        assertThat(chat.messages(bob, id, null)).hasSize(1);
    }

    @Test
    void everythingThatHappensToAMessageIsTold() {
        String id = chat.direct(ada, bob);
        TestSocket adas = device(ada);
        TestSocket bobs = device(bob);

        adas.call("message.send", message(id, "m1", "helo"));
        adas.call("message.edit", Map.of("conversationId", id, "number", 1, "text", "hello"));
        bobs.call("message.react", Map.of("conversationId", id, "number", 1, "emoji", "👍"));
        adas.call("message.delete", Map.of("conversationId", id, "number", 1));

        for (TestSocket device : List.of(adas, bobs)) {
            assertThat(LongStream.rangeClosed(2, 5)
                            .mapToObj(seq ->
                                    change(device, seq).at("/change/kind").asText()))
                    .containsExactly("SENT", "EDITED", "REACTED", "DELETED");
        }
        assertThat(change(bobs, 5).at("/change/message/text").asText()).isEmpty();
    }

    @Test
    void aDeviceThatWasCutOffGetsExactlyTheGapOverANewConnection() {
        String id = chat.direct(ada, bob);
        TestSocket before = device(bob);
        say(id, "one");
        change(before, 2);
        before.cut();
        say(id, "two");
        chat.edit(ada, id, 1, "one, edited");

        JsonNode gap = device(bob)
                .call("sync", Map.of("conversationId", id, "after", 2))
                .path("body");

        assertThat(gap.path("changes"))
                .extracting(change -> change.path("seq").asLong())
                .containsExactly(3L, 4L);
        assertThat(gap.path("upTo").asLong()).isEqualTo(4);
        assertThat(gap.path("more").asBoolean()).isFalse();
        assertThat(gap.path("positions")).hasSize(2);
    }

    @Test
    void aGapThatIsTooLargeForAFrameComesInSeveral() {
        String id = chat.direct(ada, bob);
        String text = "€".repeat(4000);
        IntStream.range(0, 24).forEach(i -> say(id, text));
        TestSocket bobs = device(bob);

        List<Long> numbers = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            JsonNode answer = bobs.call("sync", Map.of("conversationId", id, "after", after));
            assertThat(answer.toString().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(RealtimeGateway.MAX_MESSAGE);
            answer.at("/body/changes")
                    .forEach(change -> numbers.add(change.path("seq").asLong()));
            after = answer.at("/body/upTo").asLong();
            more = answer.at("/body/more").asBoolean();
        }

        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void howFarSomebodyHasReadIsToldToTheOthers() {
        String id = chat.direct(ada, bob);
        say(id, "one");
        TestSocket adas = device(ada);
        TestSocket bobs = device(bob);

        JsonNode delivered = bobs.call("message.read", Map.of("conversationId", id, "delivered", 1));
        bobs.call("message.read", Map.of("conversationId", id, "read", 1));

        assertThat(delivered.at("/body/read").asLong()).isZero();
        JsonNode told = adas.await(
                frame -> frame.path("type").asText().equals("position")
                        && frame.path("read").asLong() == 1,
                "that it was read");
        assertThat(told.path("memberId").asText()).isEqualTo(bob);
        assertFits("position", told);
    }

    @Test
    void whoTypesIsToldToTheOtherAndLeavesNoTrace() {
        String id = chat.direct(ada, bob);
        TestSocket adas = device(ada);
        TestSocket bobs = device(bob);
        long before = chat.show(ada, id).seq();

        adas.send(Map.of("action", "typing", "conversationId", id));

        JsonNode told = bobs.next("member.typing");
        assertThat(told.path("memberId").asText()).isEqualTo(ada);
        assertFits("member.typing", told);
        assertThat(adas.frames("member.typing")).isEmpty();
        assertThat(chat.show(ada, id).seq()).isEqualTo(before);
    }

    @Test
    void whoComesAndGoesIsToldToThoseWhomTheyTalkTo() {
        String id = chat.direct(ada, bob);
        TestSocket bobs = device(bob);

        TestSocket adas = device(ada);

        JsonNode here = bobs.await(frame -> frame.path("online").asBoolean(), "that Ada is here");
        assertThat(here.path("memberId").asText()).isEqualTo(ada);
        assertFits("presence", here);
        assertThat(online(bob, id)).containsExactly(ada);
        adas.close();
        JsonNode gone = bobs.await(
                frame -> frame.path("type").asText().equals("presence")
                        && !frame.path("online").asBoolean(),
                "that Ada has gone");
        assertFits("presence", gone);
        assertThat(online(bob, id)).isEmpty();
    }

    @Test
    void whoIsBlockedNeitherSeesNorHearsTheOther() {
        String id = chat.direct(ada, bob);
        chat.block(bob, ada);
        TestSocket bobs = device(bob);
        TestSocket adas = device(ada);

        adas.send(Map.of("action", "typing", "conversationId", id));
        JsonNode refused = adas.call("message.send", message(id, "m1", "hello"));

        assertThat(refused.at("/problem/code").asText()).isEqualTo("CONVERSATION_BLOCKED");
        assertThat(online(ada, id)).isEmpty();
        platform.settle();
        assertThat(bobs.frames()).isEmpty();
    }

    @Test
    void whoIsRemovedIsToldAndHearsNothingMore() {
        String id = chat.group(ada, "Engines", List.of(bob, eve));
        TestSocket bobs = device(bob);
        TestSocket eves = device(eve);

        chat.remove(ada, id, bob);
        chat.send(ada, id, "m1", "without Bob", null);

        assertThat(change(bobs, 2).at("/change/kind").asText()).isEqualTo("MEMBER_REMOVED");
        change(eves, 3);
        platform.settle();
        assertThat(bobs.frames("change"))
                .extracting(frame -> frame.at("/change/seq").asLong())
                .containsOnly(2L);
    }

    @Test
    void whatIsWrongIsAnsweredWithTheProblemOfHttpAndTheConnectionStays() {
        String id = chat.direct(ada, bob);
        TestSocket eves = device(eve);

        assertThat(eves.call("message.send", message(id, "m1", "hello"))
                        .at("/problem/code")
                        .asText())
                .isEqualTo("CONVERSATION_NOT_FOUND");
        assertThat(eves.call("sync", Map.of("conversationId", id, "after", -1))
                        .at("/problem/code")
                        .asText())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(eves.call("message.send", message(id, "m2", "x".repeat(4001)))
                        .at("/problem/status")
                        .asInt())
                .isEqualTo(400);
        assertThat(eves.call("ping", Map.of()).path("type").asText()).isEqualTo("pong");
    }

    private TestSocket device(String member) {
        TestSocket device = platform.connect(platform.as(member), TICKETS);
        devices.add(device);
        return device;
    }

    private void say(String conversationId, String text) {
        chat.send(ada, conversationId, UUID.randomUUID().toString(), text, null);
    }

    private List<String> online(String member, String conversationId) {
        List<String> online = new ArrayList<>();
        platform.as(member)
                .get("/v1/conversations/" + conversationId + "/presence")
                .expect(200)
                .json()
                .path("online")
                .forEach(id -> online.add(id.asText()));
        return online;
    }

    private static JsonNode change(TestSocket device, long seq) {
        return device.await(
                frame -> frame.path("type").asText().equals("change")
                        && frame.at("/change/seq").asLong() == seq,
                "change " + seq);
    }

    private static Map<String, Object> message(String conversationId, String clientMessageId, String text) {
        return new HashMap<>(
                Map.of("conversationId", conversationId, "clientMessageId", clientMessageId, "text", text));
    }

    private static void assertFits(String type, JsonNode frame) {
        assertThat(new SocketSchemas().errors(UserMessageService.DEFINITION, type, frame))
                .isEmpty();
    }
}
