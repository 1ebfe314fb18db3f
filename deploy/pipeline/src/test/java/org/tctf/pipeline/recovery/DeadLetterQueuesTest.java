package org.tctf.pipeline.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.DeadLetter;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Over an SQS that others wrote: each test has a stage of its own. */
class DeadLetterQueuesTest {
    private static final String QUEUE = "orders-on-payment-received";

    private static SQSRestServer server;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        for (String chatty : List.of("org.elasticmq", "org.apache.pekko", "software.amazon.awssdk")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
        }
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        server.stopAndWait();
    }

    @Test
    void onlyQueuesOfTheStageThatHaveLettersAreListed() {
        bury("list", QUEUE, "{}", "{}");
        create("tctf-list-orders-on-refund-dead");
        send(create("tctf-list-orders-undelivered"), "{}");
        send(create("tctf-list-orders-on-payment-received"), "waits only");
        bury("other", "billing-on-something", "{}");

        assertThat(queues("list").counts()).isEqualTo(Map.of(QUEUE, 2, "orders-undelivered", 1));
    }

    @Test
    void aLetterSaysWhatItIsAndWhyItDied() {
        bury("show", QUEUE, "not an envelope");

        assertThat(queues("show").show(QUEUE, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.error()).isEqualTo("no boxes");
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MAX_RECEIVES);
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.envelope()).isEmpty();
        });
        assertThat(queues("show").counts()).containsEntry(QUEUE, 1);
    }

    @Test
    void whatIsSentBackIsInItsQueueAgainAndNoLongerDead() throws Exception {
        String queue = create("tctf-back-" + QUEUE);
        bury("back", QUEUE, "one", "two", "three");

        assertThat(queues("back").redrive(QUEUE, 500, Duration.ofMillis(10), line -> {}))
                .isEqualTo(3);

        assertThat(sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                        .messages())
                .extracting(Message::body)
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(queues("back").counts()).isEmpty();
    }

    @Test
    void itSaysHowFarItIs() throws Exception {
        create("tctf-slow-" + QUEUE);
        bury("slow", QUEUE, "one", "two", "three");
        List<String> progress = new CopyOnWriteArrayList<>();

        queues("slow").redrive(QUEUE, 2, Duration.ofMillis(50), progress::add);

        assertThat(progress).isNotEmpty().allMatch(line -> line.startsWith(QUEUE + ": "));
    }

    @Test
    void aQueueThatIsNotThereOrHoldsWhatNeverReachedOneIsRefused() {
        assertThatExceptionOfType(QueueDoesNotExistException.class)
                .isThrownBy(() -> queues("none").show("orders-on-nothing", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queues("none").redrive("orders-undelivered", 1, Duration.ZERO, line -> {}))
                .withMessageContaining("replay its time from the archive");
    }

    private static DeadLetterQueues queues(String stage) {
        return new DeadLetterQueues(sqs, new Stage(stage));
    }

    /** As a worker buries what it gave up. */
    private static void bury(String stage, String queue, String... bodies) {
        String dead = create("tctf-%s-%s-dead".formatted(stage, queue));
        for (String body : bodies) {
            sqs.sendMessage(m -> m.queueUrl(dead)
                    .messageBody(body)
                    .messageAttributes(
                            Map.of("reason", text("MAX_RECEIVES"), "error", text("no boxes"), "attempts", text("5"))));
        }
    }

    private static String create(String name) {
        return sqs.createQueue(q -> q.queueName(name)).queueUrl();
    }

    private static void send(String url, String body) {
        sqs.sendMessage(m -> m.queueUrl(url).messageBody(body));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
