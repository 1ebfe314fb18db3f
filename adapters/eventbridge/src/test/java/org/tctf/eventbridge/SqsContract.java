package org.tctf.eventbridge;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** What this module builds on, checked over an SQS that others wrote and over the one of {@code local-aws}. */
abstract class SqsContract {
    private static final AtomicInteger QUEUES = new AtomicInteger();

    private final String name = "queue-" + QUEUES.incrementAndGet();
    private SqsClient sqs;
    private String dead;
    private String queue;

    abstract SqsClient client();

    @BeforeEach
    void createQueues() {
        sqs = client();
        dead = sqs.createQueue(q -> q.queueName(name + "-dead")).queueUrl();
        queue = sqs.createQueue(q -> q.queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "30",
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"2\"}".formatted(arn(dead)))))
                .queueUrl();
    }

    @AfterEach
    void close() {
        sqs.close();
    }

    @Test
    void aQueueIsFoundByItsName() {
        assertThat(sqs.getQueueUrl(q -> q.queueName(name)).queueUrl()).isEqualTo(queue);
        assertThatExceptionOfType(QueueDoesNotExistException.class)
                .isThrownBy(() -> sqs.getQueueUrl(q -> q.queueName("nobody-s")));
    }

    @Test
    void whatIsSentIsReceivedWithItsAttributes() {
        sqs.sendMessage(m -> m.queueUrl(queue)
                .messageBody("{\"grüße\":\"☕\"}")
                .messageAttributes(Map.of("reason", text("poison"), "error", text("é…")))
                .messageSystemAttributes(Map.of(
                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                        MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue("Root=1-0af76519-16cd43dd8448eb211c80319c")
                                .build())));

        assertThat(receive(queue)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("{\"grüße\":\"☕\"}");
            assertThat(message.messageAttributes()).isEqualTo(Map.of("reason", text("poison"), "error", text("é…")));
            assertThat(message.attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                    .containsEntry(
                            MessageSystemAttributeName.AWS_TRACE_HEADER, "Root=1-0af76519-16cd43dd8448eb211c80319c")
                    .containsKey(MessageSystemAttributeName.SENT_TIMESTAMP);
        });
    }

    @Test
    void aDelayedMessageComesAfterItsDelay() {
        Instant sent = Instant.now();
        sqs.sendMessage(m -> m.queueUrl(queue).messageBody("later").delaySeconds(1));

        assertThat(receive(queue)).isEmpty();
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .isEqualTo(1);
        await().pollInterval(ofMillis(20)).until(() -> !receive(queue).isEmpty());
        assertThat(Duration.between(sent, Instant.now())).isGreaterThan(ofMillis(990));
    }

    @Test
    void aReceivedMessageIsHiddenUntilSomebodySaysOtherwise() {
        send("once");
        Message first = receive(queue).getFirst();
        assertThat(receive(queue)).isEmpty();
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo(1);

        sqs.changeMessageVisibility(
                c -> c.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(0));

        assertThat(receive(queue))
                .singleElement()
                .satisfies(again -> assertThat(again.attributes())
                        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2"));
    }

    @Test
    void visibilitiesChangeAndMessagesGoInBatches() {
        send("now");
        send("in a second");
        send("done");
        List<Message> messages = receive(queue);
        Map<String, String> handles = IntStream.range(0, 3)
                .boxed()
                .collect(Collectors.toMap(
                        i -> messages.get(i).body(), i -> messages.get(i).receiptHandle()));

        sqs.changeMessageVisibilityBatch(b -> b.queueUrl(queue)
                .entries(hidden("a", handles.get("now"), 0), hidden("b", handles.get("in a second"), 1)));
        sqs.deleteMessageBatch(b -> b.queueUrl(queue)
                .entries(DeleteMessageBatchRequestEntry.builder()
                        .id("a")
                        .receiptHandle(handles.get("done"))
                        .build()));

        assertThat(receive(queue)).extracting(Message::body).containsExactly("now");
        await().pollInterval(ofMillis(20))
                .untilAsserted(() ->
                        assertThat(receive(queue)).extracting(Message::body).containsExactly("in a second"));
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isZero();
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo(2);
    }

    @Test
    void aBatchSendsUpToTenAndSaysWhichOnesItDidNot() {
        SendMessageBatchResponse sent = sqs.sendMessageBatch(
                b -> b.queueUrl(queue).entries(entry("good", "fine", 0), entry("bad", "too late", 901)));

        assertThat(sent.successful())
                .singleElement()
                .satisfies(good -> assertThat(good.id()).isEqualTo("good"));
        assertThat(sent.failed()).singleElement().satisfies(bad -> {
            assertThat(bad.id()).isEqualTo("bad");
            assertThat(bad.senderFault()).isTrue();
        });
        assertThatExceptionOfType(TooManyEntriesInBatchRequestException.class)
                .isThrownBy(() -> sqs.sendMessageBatch(b -> b.queueUrl(queue)
                        .entries(IntStream.rangeClosed(0, 10)
                                .mapToObj(i -> entry("e" + i, "x", 0))
                                .toList())));
        assertThatExceptionOfType(BatchEntryIdsNotDistinctException.class)
                .isThrownBy(() -> sqs.sendMessageBatch(
                        b -> b.queueUrl(queue).entries(entry("same", "x", 0), entry("same", "y", 0))));
    }

    @Test
    void whatXmlCannotSaySqsDoesNotCarry() {
        assertThatExceptionOfType(SqsException.class).isThrownBy(() -> send("a\u0001b"));
        assertThatExceptionOfType(SqsException.class).isThrownBy(() -> send("a\uFFFFb"));
    }

    @Test
    void aLongPollAnswersAsSoonAsAMessageComes() {
        CompletableFuture<List<Message>> poll = CompletableFuture.supplyAsync(() ->
                sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10)).messages());
        assertThat(poll).isNotDone();

        send("at last");

        assertThat(poll)
                .succeedsWithin(ofSeconds(5))
                .satisfies(messages -> assertThat(messages).hasSize(1));
    }

    @Test
    void whatIsReceivedTooOftenDiesAndRemembersWhere() {
        sqs.sendMessage(
                m -> m.queueUrl(queue).messageBody("hopeless").messageAttributes(Map.of("reason", text("none"))));
        for (int receive = 1; receive <= 2; receive++) {
            Message message = receive(queue).getFirst();
            sqs.changeMessageVisibility(c ->
                    c.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        }

        assertThat(receive(queue)).isEmpty();

        await().untilAsserted(() -> assertThat(receive(dead)).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo("hopeless");
            assertThat(letter.messageAttributes()).isEqualTo(Map.of("reason", text("none")));
            assertThat(letter.attributes())
                    .containsEntry(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, arn(queue));
        }));
    }

    @Test
    void deadLettersAreMovedToWhereOneSays() {
        IntStream.range(0, 15)
                .forEach(i -> sqs.sendMessage(m -> m.queueUrl(dead).messageBody("letter " + i)));

        sqs.startMessageMoveTask(
                m -> m.sourceArn(arn(dead)).destinationArn(arn(queue)).maxNumberOfMessagesPerSecond(500));

        await().untilAsserted(() -> assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo(15));
        assertThat(receive(dead)).isEmpty();
        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() -> sqs.startMessageMoveTask(m -> m.sourceArn(arn(dead) + "-not")));
    }

    private void send(String body) {
        sqs.sendMessage(m -> m.queueUrl(queue).messageBody(body));
    }

    private List<Message> receive(String from) {
        return sqs.receiveMessage(r -> r.queueUrl(from)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private int count(QueueAttributeName attribute) {
        return Integer.parseInt(sqs.getQueueAttributes(a -> a.queueUrl(queue).attributeNames(attribute))
                .attributes()
                .get(attribute));
    }

    private String arn(String url) {
        return sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private static SendMessageBatchRequestEntry entry(String id, String body, int delay) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(body)
                .delaySeconds(delay)
                .build();
    }

    private static ChangeMessageVisibilityBatchRequestEntry hidden(String id, String handle, int seconds) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .visibilityTimeout(seconds)
                .build();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
