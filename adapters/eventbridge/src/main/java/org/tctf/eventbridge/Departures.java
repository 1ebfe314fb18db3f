package org.tctf.eventbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.eventbridge.Batch.Parcel;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One call each: a batch of facts to the bus, a batch of commands to their queue. */
final class Departures {

    /** @param mayPass whether sending it again can help */
    record Refusal(String why, boolean mayPass) {}

    /** EventBridge API Reference, PutEventsResultEntry: "non-retryable errors". */
    private static final Set<String> FOR_GOOD = Set.of(
            "AccessDeniedException",
            "InvalidAccountIdException",
            "InvalidArgument",
            "MalformedDetail",
            "NotAuthorizedForDetailTypeException",
            "NotAuthorizedForSourceException",
            "RedactionFailure",
            "ResourceNotFoundException");

    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final EventBridgeClient events;
    private final StageQueues queues;

    Departures(EventBridgeClient events, StageQueues queues) {
        this.events = events;
        this.queues = queues;
    }

    /** Whether the same call may succeed later. */
    static boolean mayPass(SdkException error) {
        return switch (error) {
            case SdkClientException _ -> true; // no answer: not reached, or too late
            case SdkServiceException answered ->
                answered.isThrottlingException() || answered.statusCode() >= SERVER_ERROR;
            default -> error.retryable();
        };
    }

    /**
     * Sends it, with the SDK's own retries.
     *
     * @return what was refused; the rest has left
     * @throws SdkException when the call as a whole failed
     */
    Map<Parcel, Refusal> send(Batch batch, Duration atMost) {
        AwsRequestOverrideConfiguration limits = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(atMost)
                .apiCallAttemptTimeout(atMost.compareTo(ATTEMPT) < 0 ? atMost : ATTEMPT)
                .build();
        return batch.queue() == null
                ? putEvents(batch.parcels(), limits)
                : sendMessages(batch.queue(), batch.parcels(), limits);
    }

    private Map<Parcel, Refusal> putEvents(List<Parcel> facts, AwsRequestOverrideConfiguration limits) {
        List<PutEventsResultEntry> results = events.putEvents(
                        p -> p.entries(facts.stream().map(this::entry).toList()).overrideConfiguration(limits))
                .entries();
        Map<Parcel, Refusal> refused = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            PutEventsResultEntry result = results.get(i);
            if (result.errorCode() != null) {
                refused.put(
                        facts.get(i),
                        new Refusal(
                                result.errorCode() + ": " + result.errorMessage(),
                                !FOR_GOOD.contains(result.errorCode())));
            }
        }
        return refused;
    }

    private PutEventsRequestEntry entry(Parcel fact) {
        Envelope envelope = fact.message().envelope();
        return PutEventsRequestEntry.builder()
                .eventBusName(queues.stage().bus())
                .source(envelope.source())
                .detailType(envelope.type())
                .time(envelope.time())
                .traceHeader(Wire.traceHeader(envelope))
                .detail(fact.json())
                .build();
    }

    private Map<Parcel, Refusal> sendMessages(
            String queue, List<Parcel> commands, AwsRequestOverrideConfiguration limits) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            entries.add(entry(i, commands.get(i)));
        }
        String url = queues.url(queue);
        List<BatchResultErrorEntry> failed = queues.sqs()
                .sendMessageBatch(b -> b.queueUrl(url).entries(entries).overrideConfiguration(limits))
                .failed();
        Map<Parcel, Refusal> refused = new LinkedHashMap<>();
        for (BatchResultErrorEntry one : failed) {
            refused.put(
                    commands.get(Integer.parseInt(one.id())),
                    new Refusal(
                            one.code() + ": " + one.message(),
                            !one.senderFault() || one.code().contains("Throttled")));
        }
        return refused;
    }

    private static SendMessageBatchRequestEntry entry(int id, Parcel command) {
        Outgoing message = command.message();
        SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(id))
                .messageBody(command.json())
                .delaySeconds(seconds(message.delay()));
        String trace = Wire.traceHeader(message.envelope());
        if (trace != null) {
            entry.messageSystemAttributes(Map.of(
                    MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                    MessageSystemAttributeValue.builder()
                            .dataType("String")
                            .stringValue(trace)
                            .build()));
        }
        return entry.build();
    }

    /** SQS knows whole seconds; a message is rather late than early. */
    private static int seconds(Duration delay) {
        return (int) delay.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
