package org.tctf.eventbridge;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;
import org.tctf.localaws.LocalBus;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class EventBridgeBusTest {
    private static final String PUT_EVENTS = "AWSEvents.PutEvents";
    private static final String SEND_BATCH = "AmazonSQS.SendMessageBatch";
    private static final Stage STAGE = new Stage("test");
    private static final String QUEUE = STAGE.queue(Orders.PACKING);

    private final FakeAws aws = FakeAws.start();
    private final FakeSqs queues = FakeSqs.in(aws, InstantSource.system());
    private final LocalBus wired =
            LocalBus.in(aws, queues, InstantSource.system()).wire(STAGE, List.of(Orders.SHOP));
    private final SqsClient sqs = Clients.sqs(aws.endpoint());
    private final EventBridgeClient events = Clients.eventBridge(aws.endpoint());
    private final EventBridgeBus bus = patient(ofSeconds(20));

    @AfterEach
    void stop() {
        events.close();
        sqs.close();
        aws.close();
    }

    @Test
    void factsGoToTheBusAndCommandsToTheirQueueInBatchesOfTen() {
        List<Outgoing> facts = Orders.facts(11);
        List<Outgoing> commands = Orders.commands(12);

        bus.publish(Stream.concat(facts.stream(), commands.stream()).toList());

        assertThat(archived()).containsExactlyElementsOf(ids(facts));
        assertThat(queued()).containsExactlyElementsOf(ids(commands));
        assertThat(aws.calls(PUT_EVENTS)).hasSize(2);
        assertThat(aws.calls(SEND_BATCH)).hasSize(2);
        assertThat(aws.calls("AmazonSQS.GetQueueUrl")).hasSize(1);
    }

    @Test
    void anEventIsTheEnvelopeUnderItsSourceTypeTimeAndTrace() {
        Outgoing fact = Orders.fact("42");

        bus.publish(List.of(fact));

        JsonNode entry = aws.calls(PUT_EVENTS).getFirst().path("Entries").path(0);
        assertThat(entry.path("EventBusName").asText()).isEqualTo("tctf-test-bus");
        assertThat(entry.path("Source").asText()).isEqualTo("shop");
        assertThat(entry.path("DetailType").asText()).isEqualTo("ORDER_PLACED");
        assertThat(entry.path("Time").asLong()).isEqualTo(fact.envelope().time().getEpochSecond());
        assertThat(entry.path("TraceHeader").asText())
                .isEqualTo("Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1");
        assertThat(new JacksonCodec().fromJson(entry.path("Detail").asText(), Envelope.class))
                .isEqualTo(fact.envelope());
    }

    @Test
    void largeFactsShareNoCallThatWouldBeTooLarge() {
        List<Outgoing> facts =
                Stream.generate(() -> Orders.fact("x".repeat(100_000))).limit(5).toList();

        bus.publish(facts);

        assertThat(archived()).containsExactlyElementsOf(ids(facts));
        assertThat(aws.calls(PUT_EVENTS))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.toString().length()).isLessThan(256 * 1024));
    }

    @Test
    void aDelayIsNeverShortened() {
        bus.publish(List.of(Orders.command("42", ofMillis(1_001)), Orders.command("43", ofSeconds(900))));

        assertThat(aws.calls(SEND_BATCH).getFirst().path("Entries"))
                .extracting(entry -> entry.path("DelaySeconds").asInt())
                .containsExactly(2, 900);
    }

    @Test
    void charactersThatSqsWouldRefuseAMessageForAreReplaced() {
        Outgoing command = Orders.command("\uFFFF and \uD800, but not \uD83D\uDE00 or \\u0001", ZERO);

        bus.publish(List.of(command));

        Envelope received =
                new JacksonCodec().fromJson(queues.receive(QUEUE, 1).getFirst().body(), Envelope.class);
        assertThat(received.id()).isEqualTo(command.envelope().id());
        assertThat(received.data()).contains("\uFFFD and \uFFFD, but not \uD83D\uDE00 or \\u0001");
    }

    @Test
    void throttlingIsWaitedOut() {
        aws.failNext(PUT_EVENTS, 2, AwsFault.throttled());
        aws.failNext(SEND_BATCH, 2, AwsFault.throttled());
        List<Outgoing> facts = Orders.facts(10);
        List<Outgoing> commands = Orders.commands(10);

        bus.publish(Stream.concat(facts.stream(), commands.stream()).toList());

        assertThat(archived()).containsExactlyElementsOf(ids(facts));
        assertThat(queued()).containsExactlyElementsOf(ids(commands));
    }

    @Test
    void entriesThatAreRefusedForNowAreSentAgainAndNoOthers() {
        wired.events().refuseNext(3, "ThrottlingException");
        queues.refuseNext(3, "InternalError", false);
        List<Outgoing> facts = Orders.facts(10);
        List<Outgoing> commands = Orders.commands(10);

        bus.publish(Stream.concat(facts.stream(), commands.stream()).toList());

        assertThat(archived()).containsExactlyInAnyOrderElementsOf(ids(facts));
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(ids(commands));
    }

    @Test
    void anEntryThatIsRefusedForGoodStaysAloneAndIsNotTriedAgain() {
        wired.events().refuseNext(1, "MalformedDetail");
        queues.refuseNext(1, "InvalidMessageContents", true);
        List<Outgoing> facts = Orders.facts(3);
        List<Outgoing> commands = Orders.commands(3);

        assertThatExceptionOfType(NotPublished.class)
                .isThrownBy(() -> bus.publish(
                        Stream.concat(facts.stream(), commands.stream()).toList()))
                .withMessageStartingWith("2 of 6 messages did not leave")
                .withMessageContainingAll(facts.getFirst().envelope().id(), "MalformedDetail", "InvalidMessageContents")
                .satisfies(some -> {
                    assertThat(some.stayed()).containsExactly(facts.getFirst(), commands.getFirst());
                    assertThat(ids(some.left()))
                            .containsExactlyElementsOf(ids(Stream.concat(
                                            facts.stream().skip(1),
                                            commands.stream().skip(1))
                                    .toList()));
                });
        assertThat(archived()).containsExactlyElementsOf(ids(facts.subList(1, 3)));
        assertThat(queued()).containsExactlyElementsOf(ids(commands.subList(1, 3)));
        assertThat(aws.calls(PUT_EVENTS)).hasSize(1);
    }

    @Test
    void oneMessageThatSpoilsItsCallDoesNotKeepTheOthers() {
        AwsFault invalid = AwsFault.badRequest("ValidationException", "one of them is wrong");
        aws.failNext(PUT_EVENTS, 2, invalid); // the batch, and then the first alone
        List<Outgoing> facts = Orders.facts(4);

        assertThatExceptionOfType(NotPublished.class)
                .isThrownBy(() -> bus.publish(facts))
                .satisfies(some -> assertThat(some.stayed()).containsExactly(facts.getFirst()));
        assertThat(archived()).containsExactlyElementsOf(ids(facts.subList(1, 4)));
    }

    @Test
    void aCommandWithoutAQueueStaysWhileFactsLeave() {
        Outgoing lost = new Outgoing(Orders.envelope("NO_SUCH", "42"), "shop-on-no-such", ZERO);
        Outgoing fact = Orders.fact("42");

        assertThatExceptionOfType(NotPublished.class)
                .isThrownBy(() -> bus.publish(List.of(lost, fact)))
                .withMessageContaining("queue does not exist")
                .satisfies(some -> assertThat(some.stayed()).containsExactly(lost));
        assertThat(archived()).containsExactly(fact.envelope().id());
    }

    @Test
    void whatIsThrottledForLongerThanThereIsTimeStays() {
        aws.failNext(PUT_EVENTS, 1_000, AwsFault.throttled());
        List<Outgoing> facts = Orders.facts(3);
        long begun = System.nanoTime();

        assertThatExceptionOfType(NotPublished.class)
                .isThrownBy(() -> patient(ofSeconds(1)).publish(facts))
                .withMessageContaining("Rate exceeded")
                .satisfies(some -> assertThat(some.stayed()).isEqualTo(facts));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(5));
        assertThat(aws.calls(PUT_EVENTS)).hasSizeGreaterThan(1);
    }

    @Test
    void aServiceThatHangsIsNotWaitedForLongerThanThereIsTime() {
        aws.delayNext(PUT_EVENTS, ofSeconds(60));
        long begun = System.nanoTime();

        assertThatExceptionOfType(NotPublished.class)
                .isThrownBy(() -> patient(ofMillis(500)).publish(Orders.facts(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(10));
    }

    @Test
    void nothingToPublishAsksNobody() {
        assertThatNoException().isThrownBy(() -> bus.publish(List.of()));
        assertThat(aws.calls(PUT_EVENTS)).isEmpty();
    }

    private EventBridgeBus patient(Duration patience) {
        return new EventBridgeBus(
                new Departures(events, new StageQueues(STAGE, sqs)), new JacksonCodec(), patience, new Random(1));
    }

    private List<String> archived() {
        return wired.events().archive(STAGE.bus()).stream()
                .map(event -> event.path("detail").path("id").asText())
                .toList();
    }

    private List<String> queued() {
        return Stream.generate(() -> queues.receive(QUEUE, 10))
                .takeWhile(received -> !received.isEmpty())
                .flatMap(List::stream)
                .map(received -> new JacksonCodec()
                        .fromJson(received.body(), Envelope.class)
                        .id())
                .toList();
    }

    private static List<String> ids(List<Outgoing> messages) {
        return messages.stream().map(message -> message.envelope().id()).toList();
    }
}
