package org.tctf.eventbridge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Subscription;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * How a dead letter says why it is one: in attributes of the message. SQS, when it moves a message by its redrive policy,
 * can say nothing; that is left to messages of which even the last delivery did not end, because the function did.
 */
final class DeadLetters {
    private static final String REASON = "reason";
    private static final String ERROR = "error";
    private static final String ATTEMPTS = "attempts";
    private static final String UNSAID = "its last delivery did not end; look for the event's id in the function's log";

    private final StageQueues queues;
    private final Codec codec;

    DeadLetters(StageQueues queues, Codec codec) {
        this.queues = queues;
        this.codec = codec;
    }

    /** Puts a copy of the message there; when it returns, the message itself may go. */
    void add(Subscription subscription, QueueMessage message, DeadLetter.Reason reason, String error) {
        String url = queues.deadLettersUrl(subscription);
        queues.sqs()
                .sendMessage(m -> m.queueUrl(url)
                        .messageBody(message.body())
                        .messageAttributes(Map.of(
                                REASON, text(reason.name()),
                                ERROR, text(Wire.text(error)),
                                ATTEMPTS, text(Integer.toString(message.receives()))))
                        .overrideConfiguration(o -> o.apiCallTimeout(StageQueues.AT_MOST)));
    }

    DeadLetter read(Subscription subscription, Message letter) {
        // A letter that was sent back and died again by SQS's hand still says why it died before.
        boolean says = !letter.attributes().containsKey(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN);
        Optional<String> reason = says ? said(letter, REASON) : Optional.empty();
        return new DeadLetter(
                letter.messageId(),
                envelope(letter.body()),
                reason.flatMap(_ -> said(letter, ATTEMPTS))
                        .map(Integer::valueOf)
                        .orElse(subscription.maxReceives()),
                reason.map(DeadLetter.Reason::valueOf).orElse(DeadLetter.Reason.MAX_RECEIVES),
                reason.flatMap(_ -> said(letter, ERROR)).orElse(UNSAID),
                Instant.ofEpochMilli(Long.parseLong(
                        letter.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))));
    }

    private static Optional<String> said(Message letter, String name) {
        return Optional.ofNullable(letter.messageAttributes().get(name)).map(MessageAttributeValue::stringValue);
    }

    private Optional<Envelope> envelope(String body) {
        try {
            return Optional.of(codec.fromJson(body, Envelope.class));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
