package org.tctf.eventbridge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.Relay.Entry;
import org.tctf.eventbridge.Relay.Message;
import org.tctf.eventbridge.Relay.Relayed;
import org.tctf.eventbridge.Relay.Unreadable;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.table.Key;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;
import org.tctf.localaws.LocalBus;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class RelayTest {
    private static final String PUT_EVENTS = "AWSEvents.PutEvents";
    private static final Stage STAGE = new Stage("test");

    private final FakeAws aws = FakeAws.start();
    private final LocalBus wired = LocalBus.in(aws, FakeSqs.in(aws, InstantSource.system()), InstantSource.system())
            .wire(STAGE, List.of(Orders.SHOP));
    private final SqsClient sqs = Clients.sqs(aws.endpoint());
    private final EventBridgeClient events = Clients.eventBridge(aws.endpoint());
    private final Set<Key> outbox = new LinkedHashSet<>();
    private final Relay relay = new Relay(
            new EventBridgeBus(
                    new Departures(events, new StageQueues(STAGE, sqs)),
                    new JacksonCodec(),
                    ofSeconds(1),
                    new Random(1)),
            outbox::removeAll);

    @AfterEach
    void stop() {
        events.close();
        sqs.close();
        aws.close();
    }

    @Test
    void whatHasLeftIsInTheOutboxNoMore() {
        List<Entry> entries = committed(25);

        Relayed relayed = relay.relay(entries);

        assertThat(relayed.firstFailed()).isEmpty();
        assertThat(relayed.left()).containsExactlyElementsOf(messages(entries));
        assertThat(archived()).containsExactlyElementsOf(ids(entries));
        assertThat(outbox).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsReportedWhileTheOthersGoOn() {
        List<Entry> entries = new ArrayList<>(committed(5));
        entries.add(2, new Unreadable("2.5", "it has no envelope"));

        Relayed relayed = relay.relay(entries);

        assertThat(relayed.firstFailed()).contains("2.5");
        assertThat(archived()).containsExactlyElementsOf(ids(entries));
        assertThat(outbox).isEmpty();
    }

    @Test
    void theFirstThatDidNotLeaveIsReportedAndStays() {
        wired.events().refuseNext(2, "MalformedDetail");
        List<Entry> entries = committed(5);

        Relayed relayed = relay.relay(entries);

        assertThat(relayed.firstFailed()).contains("0");
        assertThat(archived()).containsExactlyElementsOf(ids(entries.subList(2, 5)));
        assertThat(outbox).containsExactlyElementsOf(keys(entries.subList(0, 2)));
    }

    @Test
    void aBusThatIsDownKeepsEverythingWhereItIs() {
        aws.failNext(PUT_EVENTS, 1_000, new AwsFault(503, "ServiceUnavailable", "down"));
        List<Entry> entries = committed(12);

        assertThat(relay.relay(entries).firstFailed()).contains("0");
        assertThat(outbox).containsExactlyElementsOf(keys(entries));
    }

    @Test
    void whatCouldNotBeForgottenIsRelayedAgain() {
        List<Entry> entries = committed(3);
        Relay forgetful = new Relay(_ -> {}, _ -> {
            throw new IllegalStateException("the table is throttled");
        });

        assertThat(forgetful.relay(entries)).isEqualTo(new Relayed(List.of(), Optional.of("0")));
        assertThat(relay.relay(entries).firstFailed()).isEmpty();
        assertThat(outbox).isEmpty();
    }

    @Test
    void nothingButUnreadableRecordsAskNobody() {
        assertThat(relay.relay(List.of(new Unreadable("7", "torn"))).firstFailed())
                .contains("7");
        assertThat(aws.calls(PUT_EVENTS)).isEmpty();
    }

    /** Lambda's checkpoints: again from the first that failed, until none does. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsRefusedOnTheWayEverythingLeavesInTheEnd(long seed) {
        Random chance = new Random(seed);
        List<Entry> entries = committed(60);
        List<Entry> left = entries;

        while (!left.isEmpty()) {
            wired.events().refuseNext(chance.nextInt(4), "MalformedDetail");
            wired.events().refuseNext(chance.nextInt(4), "InternalFailure");
            aws.failNext(PUT_EVENTS, chance.nextInt(2), AwsFault.throttled());
            List<Entry> batch = left.subList(0, Math.min(left.size(), 1 + chance.nextInt(25)));
            Optional<String> failed = relay.relay(batch).firstFailed();
            int done = failed.map(Integer::valueOf).orElse(indexOf(batch.getLast()) + 1);
            left = entries.subList(done, entries.size());
        }

        assertThat(Set.copyOf(archived())).isEqualTo(Set.copyOf(ids(entries)));
        assertThat(outbox).isEmpty();
    }

    private List<Entry> committed(int count) {
        List<Entry> entries = IntStream.range(0, count)
                .<Entry>mapToObj(
                        i -> new Message(Integer.toString(i), new Key("OUTBOX#0", "m" + i), Orders.fact("order " + i)))
                .toList();
        outbox.addAll(keys(entries));
        return entries;
    }

    private List<String> archived() {
        return wired.events().archive(STAGE.bus()).stream()
                .map(event -> event.path("detail").path("id").asText())
                .toList();
    }

    private static int indexOf(Entry entry) {
        return Integer.parseInt(entry.sequenceNumber());
    }

    private static List<Message> messages(List<Entry> entries) {
        return entries.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .toList();
    }

    private static List<String> ids(List<Entry> entries) {
        return messages(entries).stream()
                .map(message -> message.message().envelope().id())
                .toList();
    }

    private static List<Key> keys(List<Entry> entries) {
        return messages(entries).stream().map(Message::key).collect(Collectors.toList());
    }
}
