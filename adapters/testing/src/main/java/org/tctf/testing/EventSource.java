package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.localaws.FakeSqs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Lambda's event source mappings of one service: takes what the table's stream has to the relay, and what the queues have
 * to the queues' function, and takes away what was not reported as failed (AWS Lambda Developer Guide, "Reporting batch
 * item failures").
 */
final class EventSource implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 10;
    private static final long PAUSE_MILLIS = 10;

    private final Stage stage;
    private final ServiceDefinition service;
    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final FakeSqs queues;
    private final String stream;
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, String> positions = new HashMap<>();
    private final AtomicLong received = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile Functions functions;
    private volatile boolean isClosed;

    EventSource(
            Stage stage,
            ServiceDefinition service,
            Functions first,
            DynamoDbClient dynamo,
            DynamoDbStreamsClient streams,
            FakeSqs queues) {
        this.stage = stage;
        this.service = service;
        functions = first;
        this.dynamo = dynamo;
        this.streams = streams;
        this.queues = queues;
        stream = dynamo.describeTable(table -> table.tableName(stage.table(service)))
                .table()
                .latestStreamArn();
        Set<FunctionKind> kinds = Set.copyOf(FunctionKind.of(service, false));
        if (kinds.contains(FunctionKind.RELAY)) {
            start("stream", this::relay);
        }
        if (kinds.contains(FunctionKind.QUEUES)) {
            start("queues", this::work);
        }
    }

    /** From now on, these functions get the events. */
    void feed(Functions others) {
        functions = others;
    }

    /** Whether nothing is on its way from the outbox to the end of the queues. */
    boolean isQuiet() {
        long before = received.get();
        return queues.isQuiet() && isOutboxEmpty() && queues.isQuiet() && received.get() == before;
    }

    @Override
    public void close() {
        isClosed = true;
        threads.forEach(Thread::interrupt);
    }

    private void start(String what, Runnable turn) {
        threads.add(Thread.ofPlatform()
                .daemon()
                .name(service.name() + " " + what)
                .start(() -> {
                    while (!isClosed) {
                        try {
                            turn.run();
                            Thread.sleep(PAUSE_MILLIS);
                        } catch (InterruptedException closed) {
                            return;
                        } catch (TrimmedDataAccessException nothingYet) {
                            // A stream that has had nothing has no oldest record to begin with.
                        } catch (RuntimeException failed) {
                            if (!isClosed) {
                                System.getLogger(EventSource.class.getName())
                                        .log(
                                                System.Logger.Level.WARNING,
                                                "a batch failed; it comes again: {0}",
                                                failed.toString());
                            }
                        }
                    }
                }));
    }

    private boolean isOutboxEmpty() {
        return dynamo.scan(ScanRequest.builder()
                        .tableName(stage.table(service))
                        .consistentRead(true)
                        .filterExpression("begins_with(#pk, :outbox)")
                        .expressionAttributeNames(Map.of("#pk", TableShape.PK))
                        .expressionAttributeValues(Map.of(":outbox", AttributeValue.fromS(TableShape.OUTBOX)))
                        .build())
                .items()
                .isEmpty();
    }

    private void relay() {
        for (Shard shard : streams.describeStream(request -> request.streamArn(stream))
                .streamDescription()
                .shards()) {
            String iterator = iterators.remove(shard.shardId());
            // Forgotten until the batch is done: one that failed is read again from where the last good one ended.
            GetRecordsResponse records = streams.getRecords(
                    request -> request.shardIterator(iterator == null ? iterator(shard.shardId()) : iterator));
            List<Record> outbox =
                    records.records().stream().filter(EventSource::isOfOutbox).toList();
            if (outbox.isEmpty() || relayed(outbox)) {
                if (records.nextShardIterator() != null) {
                    iterators.put(shard.shardId(), records.nextShardIterator());
                }
                if (!records.records().isEmpty()) {
                    positions.put(
                            shard.shardId(),
                            records.records().getLast().dynamodb().sequenceNumber());
                }
            }
        }
    }

    private String iterator(String shard) {
        String position = positions.get(shard);
        return streams.getShardIterator(request -> request.streamArn(stream)
                        .shardId(shard)
                        .sequenceNumber(position)
                        .shardIteratorType(
                                position == null
                                        ? ShardIteratorType.TRIM_HORIZON
                                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                .shardIterator();
    }

    /** @return whether all were; otherwise the batch comes again */
    private boolean relayed(List<Record> records) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(record -> list.add(json(record)));
        return functions
                .call(FunctionKind.RELAY, event)
                .path("batchItemFailures")
                .isEmpty();
    }

    /** {@link TableShape#STREAM_FILTER}. */
    private static boolean isOfOutbox(Record record) {
        return record.eventName() == OperationType.INSERT
                && record.dynamodb()
                        .keys()
                        .getOrDefault(TableShape.PK, AttributeValue.fromS(""))
                        .s()
                        .startsWith(TableShape.OUTBOX);
    }

    private static ObjectNode json(Record record) {
        ObjectNode json = JSON.createObjectNode();
        json.put("eventID", record.eventID()).put("eventName", record.eventNameAsString());
        ObjectNode dynamodb = json.putObject("dynamodb");
        dynamodb.put("SequenceNumber", record.dynamodb().sequenceNumber());
        ObjectNode image = dynamodb.putObject("NewImage");
        record.dynamodb().newImage().forEach((name, value) -> {
            if (value.n() == null) {
                image.putObject(name).put("S", value.s());
            } else {
                image.putObject(name).put("N", value.n());
            }
        });
        return json;
    }

    private void work() {
        for (Subscription subscription : service.subscriptions()) {
            String queue = stage.queue(subscription);
            List<FakeSqs.Received> batch = queues.receive(queue, BATCH);
            if (!batch.isEmpty()) {
                received.incrementAndGet();
                Set<String> failed = new HashSet<>();
                functions
                        .call(FunctionKind.QUEUES, event(batch))
                        .path("batchItemFailures")
                        .forEach(failure ->
                                failed.add(failure.path("itemIdentifier").asText()));
                batch.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .forEach(message -> queues.delete(queue, message.receiptHandle()));
            }
        }
    }

    private static JsonNode event(List<FakeSqs.Received> batch) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (FakeSqs.Received message : batch) {
            ObjectNode json = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", message.queueArn());
            message.attributes().forEach(json.putObject("attributes")::put);
        }
        return event;
    }
}
