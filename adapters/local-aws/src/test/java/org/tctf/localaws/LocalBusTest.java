package org.tctf.localaws;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;

class LocalBusTest {
    record Order(String order) {}

    record PackOrder(String order) {}

    static final class OnOrderPlaced implements EventConsumer<Order> {
        @Override
        public void on(Order event, Envelope envelope) {}
    }

    static final class OnOrderPaid implements EventConsumer<Order> {
        @Override
        public void on(Order event, Envelope envelope) {}
    }

    static final class OnPackOrder implements EventConsumer<PackOrder> {
        @Override
        public void on(PackOrder event, Envelope envelope) {}
    }

    static final class OnAnything implements EventConsumer<Envelope> {
        @Override
        public void on(Envelope event, Envelope envelope) {}
    }

    private static final ServiceDefinition SHOP = ServiceDefinition.named("shop")
            .summary("Sells.")
            .owner("shop")
            .queue(PackOrder.class, OnPackOrder.class)
            .consumes("ORDER_PLACED", Order.class, OnOrderPlaced.class)
            .consumes("ORDER_PAID", Order.class, OnOrderPaid.class)
            .tuned(ofSeconds(10), 2, 1)
            .build();

    private static final ServiceDefinition AUDIT = ServiceDefinition.named("audit")
            .summary("Sees.")
            .owner("audit")
            .consumesEverything(OnAnything.class)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Stage STAGE = new Stage("test");
    private static final String PACK = "tctf-test-shop-on-pack-order";
    private static final String PLACED = "tctf-test-shop-on-order-placed";
    private static final String PAID = "tctf-test-shop-on-order-paid";
    private static final String ANYTHING = "tctf-test-audit-on-anything";
    private static final String UNDELIVERED = "tctf-test-shop-undelivered";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-04T12:00:00Z"));
    private final FakeAws aws = FakeAws.start();
    private final FakeSqs queues = FakeSqs.in(aws, now::get);
    private final LocalBus bus = LocalBus.in(aws, queues, now::get).wire(STAGE, List.of(SHOP, AUDIT));

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aFactReachesTheQueuesOfItsTypeAsTheEnvelopeAlone() throws Exception {
        put("ORDER_PLACED", "{\"type\":\"ORDER_PLACED\",\"data\":{\"price\":1.10}}");

        assertThat(queues.receive(PLACED, 10))
                .extracting(FakeSqs.Received::body)
                .containsExactly("{\"type\":\"ORDER_PLACED\",\"data\":{\"price\":1.10}}");
        assertThat(queues.counts(ANYTHING).ready()).isEqualTo(1);
        assertThat(queues.counts(PAID).isEmpty()).isTrue();
        assertThat(queues.counts(PACK).isEmpty()).isTrue();
    }

    @Test
    void whatTheTopicCannotTakeIsUndelivered() throws Exception {
        put("ORDER_PAID", "{\"type\":\"ORDER_PAID\",\"data\":\"%s\"}".formatted("x".repeat(256 * 1024)));

        assertThat(queues.counts(PAID).isEmpty()).isTrue();
        assertThat(queues.counts(UNDELIVERED).ready()).isEqualTo(1);
    }

    @Test
    void whatAQueueCannotTakeIsUndeliveredForThatQueue() {
        FakeSns topics = new FakeSns(queues);
        topics.createTopic("topic");
        topics.subscribe("topic", PAID, null, UNDELIVERED);
        topics.subscribe("topic", "tctf-test-shop-that-is-gone", null, UNDELIVERED);

        topics.publish("topic", "{}");

        assertThat(queues.counts(PAID).ready()).isEqualTo(1);
        assertThat(queues.counts(UNDELIVERED).ready()).isEqualTo(1);
    }

    @Test
    void theArchiveKeepsEveryEventAndBringsItAgain() throws Exception {
        put("ORDER_PLACED", "{\"type\":\"ORDER_PLACED\"}");
        put("NOBODY_CARES", "{\"type\":\"NOBODY_CARES\"}");

        assertThat(bus.events().archive(STAGE.bus()))
                .extracting(event -> event.path("detail-type").asText())
                .containsExactly("ORDER_PLACED", "NOBODY_CARES");
        bus.events().replay(STAGE.bus());
        assertThat(queues.counts(PLACED).ready()).isEqualTo(2);
        assertThat(queues.counts(ANYTHING).ready()).isEqualTo(4);
    }

    @Test
    void anEntryWithoutWhatItNeedsFailsAlone() throws Exception {
        ObjectNode request = JSON.createObjectNode();
        request.putArray("Entries")
                .add(entry("ORDER_PLACED", "not JSON"))
                .add(entry("", "{}"))
                .add(entry("ORDER_PLACED", "{}").put("EventBusName", "another"))
                .add(entry("ORDER_PLACED", "{}"));

        JsonNode answer = JSON.readTree(call("AWSEvents.PutEvents", request).body());

        assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(3);
        assertThat(answer.path("Entries"))
                .extracting(result -> result.path("ErrorCode").asText())
                .containsExactly("MalformedDetail", "InvalidArgument", "ResourceNotFoundException", "");
    }

    @Test
    void aPatternOrPolicyThatAwsWouldNotTakeIsRefused() {
        assertThatExceptionOfType(AwsFault.class)
                .isThrownBy(() -> bus.events().putRule(STAGE.bus(), "bad", "{\"detail-type\":\"ORDER_PLACED\"}"))
                .withMessageContaining("Event pattern is not valid");
        FakeSns topics = new FakeSns(queues);
        topics.createTopic("topic");
        assertThatIllegalArgumentException().isThrownBy(() -> topics.subscribe("topic", PACK, "{\"type\":{}}", null));
    }

    @Test
    void delaysAndVisibilitiesPassWithTheTestsClock() {
        queues.send(PACK, "{}");
        FakeSqs.Received first = queues.receive(PACK, 10).getFirst();
        Duration visibility = FunctionKind.visibility(SHOP);

        now.updateAndGet(instant -> instant.plus(visibility).minusMillis(1));
        assertThat(queues.receive(PACK, 10)).isEmpty();
        now.updateAndGet(instant -> instant.plusMillis(1));
        FakeSqs.Received second = queues.receive(PACK, 10).getFirst();

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.attributes()).containsEntry("ApproximateReceiveCount", "2");
        queues.delete(PACK, first.receiptHandle());
        assertThat(queues.counts(PACK).inFlight()).isEqualTo(1);
        queues.delete(PACK, second.receiptHandle());
        assertThat(queues.counts(PACK).isEmpty()).isTrue();
    }

    @Test
    void quietMeansThatNothingCanBeReceivedAndNobodyIsAtWork() throws Exception {
        assertThat(queues.isQuiet()).isTrue();
        queues.send(PACK, "{}");
        assertThat(queues.isQuiet()).isFalse();
        FakeSqs.Received message = queues.receive(PACK, 1).getFirst();
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> queues.awaitQuiet(ofMillis(50)));

        ObjectNode later = JSON.createObjectNode()
                .put("QueueUrl", "http://here/000000000000/" + PACK)
                .put("ReceiptHandle", message.receiptHandle())
                .put("VisibilityTimeout", 60);
        assertThat(call("AmazonSQS.ChangeMessageVisibility", later).statusCode())
                .isEqualTo(200);

        assertThatNoException().isThrownBy(() -> queues.awaitQuiet(ofSeconds(5)));
        now.updateAndGet(instant -> instant.plus(ofMinutes(1)));
        assertThat(queues.isQuiet()).isFalse();
    }

    private void put(String type, String detail) throws Exception {
        ObjectNode request = JSON.createObjectNode();
        request.putArray("Entries").add(entry(type, detail));
        JsonNode answer = JSON.readTree(call("AWSEvents.PutEvents", request).body());
        assertThat(answer.path("FailedEntryCount").asInt()).isZero();
    }

    private static ObjectNode entry(String type, String detail) {
        return JSON.createObjectNode()
                .put("EventBusName", STAGE.bus())
                .put("Source", "elsewhere")
                .put("DetailType", type)
                .put("Detail", detail);
    }

    private HttpResponse<String> call(String operation, JsonNode request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(aws.endpoint())
                            .header("X-Amz-Target", operation)
                            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
