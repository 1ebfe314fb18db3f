package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** {@link FakeSqs} as AWS JSON 1.0 (SQS API Reference): an operation a method, since each has its own names for things. */
final class SqsProtocol {
    static final JsonNode NO_ATTRIBUTES = JsonNodeFactory.instance.objectNode();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DELAY_SECONDS = 900;
    private static final int MAX_VISIBILITY_SECONDS = 43_200;
    private static final int MAX_WAIT_SECONDS = 20;
    private static final int MAX_RATE = 500;

    private final FakeSqs sqs;
    private final URI endpoint;

    SqsProtocol(FakeSqs sqs, URI endpoint) {
        this.sqs = sqs;
        this.endpoint = endpoint;
    }

    void serveIn(FakeAws aws) {
        aws.serve("AmazonSQS.CreateQueue", this::createQueue)
                .serve("AmazonSQS.GetQueueUrl", request -> url(sqs.queue(text(request, "QueueName"))))
                .serve("AmazonSQS.GetQueueAttributes", this::queueAttributes)
                .serve("AmazonSQS.SendMessage", request -> send(queue(request), request))
                .serve("AmazonSQS.SendMessageBatch", this::sendBatch)
                .serve("AmazonSQS.ReceiveMessage", this::receive)
                .serve("AmazonSQS.DeleteMessage", request -> delete(queue(request), request))
                .serve(
                        "AmazonSQS.DeleteMessageBatch",
                        request -> batch(request, entry -> delete(queue(request), entry)))
                .serve("AmazonSQS.ChangeMessageVisibility", request -> hide(queue(request), request))
                .serve(
                        "AmazonSQS.ChangeMessageVisibilityBatch",
                        request -> batch(request, entry -> hide(queue(request), entry)))
                .serve("AmazonSQS.StartMessageMoveTask", this::startMoveTask)
                .serve("AmazonSQS.ListMessageMoveTasks", this::moveTasks);
    }

    static FakeSqs.Received received(FakeQueue.Message message, String queueArn) {
        Map<String, String> own = new LinkedHashMap<>();
        systemAttributes(message)
                .properties()
                .forEach(each -> own.put(each.getKey(), each.getValue().asText()));
        Map<String, String> senders = new LinkedHashMap<>();
        message.attributes
                .properties()
                .forEach(each -> senders.put(
                        each.getKey(), each.getValue().path("StringValue").asText()));
        return new FakeSqs.Received(message.id, message.receiptHandle(), message.body, own, senders, queueArn);
    }

    /** Body and attributes count: names, types and values. */
    static int bytes(String body, JsonNode attributes) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        for (Map.Entry<String, JsonNode> each : attributes.properties()) {
            bytes += each.getKey().getBytes(StandardCharsets.UTF_8).length;
            for (JsonNode part : each.getValue()) {
                bytes += part.asText().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return bytes;
    }

    private JsonNode createQueue(JsonNode request) {
        JsonNode attributes = request.path("Attributes");
        JsonNode redrive = parsed(attributes.path("RedrivePolicy").asText("{}"));
        sqs.create(
                text(request, "QueueName"),
                new Queues.Settings(
                        Duration.ofSeconds(attributes.path("VisibilityTimeout").asLong(30)),
                        redrive.isEmpty() ? null : Arns.name(text(redrive, "deadLetterTargetArn")),
                        redrive.path("maxReceiveCount").asInt(1)));
        return url(sqs.queue(text(request, "QueueName")));
    }

    private JsonNode url(FakeQueue queue) {
        return JSON.createObjectNode().put("QueueUrl", "%s/%s/%s".formatted(endpoint, Arns.ACCOUNT, queue.name()));
    }

    private JsonNode queueAttributes(JsonNode request) {
        FakeQueue queue = queue(request);
        FakeSqs.Counts counts = sqs.counts(queue.name());
        ObjectNode all = JSON.createObjectNode()
                .put("QueueArn", queue.arn())
                .put("VisibilityTimeout", Long.toString(queue.visibility().toSeconds()))
                .put("ApproximateNumberOfMessages", Integer.toString(counts.ready()))
                .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()))
                .put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
        FakeQueue dead = queue.deadLetters();
        if (dead != null) {
            all.put(
                    "RedrivePolicy",
                    JSON.createObjectNode()
                            .put("deadLetterTargetArn", dead.arn())
                            .put("maxReceiveCount", queue.maxReceives())
                            .toString());
        }
        return JSON.createObjectNode().set("Attributes", chosen(all, request.path("AttributeNames")));
    }

    private ObjectNode send(FakeQueue queue, JsonNode request) {
        JsonNode attributes =
                request.path("MessageAttributes").isObject() ? request.get("MessageAttributes") : NO_ATTRIBUTES;
        FakeQueue.Message message = new FakeQueue.Message(
                request.path("MessageBody").asText(),
                attributes,
                request.path("MessageSystemAttributes")
                        .path("AWSTraceHeader")
                        .path("StringValue")
                        .asText(null),
                sqs.now(),
                seconds(request, "DelaySeconds", 0, MAX_DELAY_SECONDS));
        sqs.add(queue.name(), message);
        ObjectNode sent =
                JSON.createObjectNode().put("MessageId", message.id).put("MD5OfMessageBody", md5(message.body));
        if (!attributes.isEmpty()) {
            sent.put("MD5OfMessageAttributes", md5(attributes));
        }
        return sent;
    }

    private JsonNode sendBatch(JsonNode request) {
        FakeQueue queue = queue(request);
        int bytes = 0;
        for (JsonNode entry : request.path("Entries")) {
            bytes += bytes(entry.path("MessageBody").asText(), entry.path("MessageAttributes"));
        }
        if (bytes > FakeSqs.MAX_BYTES) {
            throw AwsFault.badRequest(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than %d bytes.".formatted(FakeSqs.MAX_BYTES));
        }
        return batch(request, entry -> {
            FakeSqs.Refusal refusal = sqs.nextRefusal();
            if (refusal != null) {
                throw new AwsFault(refusal.isSendersFault() ? 400 : 500, refusal.code(), "refused on purpose");
            }
            return send(queue, entry);
        });
    }

    private JsonNode receive(JsonNode request) {
        FakeQueue queue = queue(request);
        int max = request.path("MaxNumberOfMessages").asInt(1);
        require(max >= 1 && max <= FakeSqs.MAX_BATCH, "MaxNumberOfMessages must be between 1 and 10");
        Duration hidden = request.has("VisibilityTimeout")
                ? seconds(request, "VisibilityTimeout", 0, MAX_VISIBILITY_SECONDS)
                : queue.visibility();
        Duration wait = seconds(request, "WaitTimeSeconds", 0, MAX_WAIT_SECONDS);
        JsonNode wanted = request.has("MessageSystemAttributeNames")
                ? request.get("MessageSystemAttributeNames")
                : request.path("AttributeNames");
        ArrayNode messages = JSON.createArrayNode();
        try {
            for (FakeQueue.Message message : sqs.receive(queue, max, hidden, wait)) {
                ObjectNode one = JSON.createObjectNode()
                        .put("MessageId", message.id)
                        .put("ReceiptHandle", message.receiptHandle())
                        .put("Body", message.body)
                        .put("MD5OfBody", md5(message.body));
                one.set("Attributes", chosen(systemAttributes(message), wanted));
                if (!message.attributes.isEmpty()
                        && !request.path("MessageAttributeNames").isEmpty()) {
                    one.set("MessageAttributes", message.attributes);
                    one.put("MD5OfMessageAttributes", md5(message.attributes));
                }
                messages.add(one);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return JSON.createObjectNode().set("Messages", messages);
    }

    private ObjectNode delete(FakeQueue queue, JsonNode request) {
        sqs.delete(queue.name(), text(request, "ReceiptHandle"));
        return JSON.createObjectNode();
    }

    private ObjectNode hide(FakeQueue queue, JsonNode request) {
        sqs.hide(
                queue,
                text(request, "ReceiptHandle"),
                seconds(request, "VisibilityTimeout", -1, MAX_VISIBILITY_SECONDS));
        return JSON.createObjectNode();
    }

    private JsonNode startMoveTask(JsonNode request) {
        int rate = request.path("MaxNumberOfMessagesPerSecond").asInt(MAX_RATE);
        require(rate >= 1 && rate <= MAX_RATE, "MaxNumberOfMessagesPerSecond must be between 1 and 500");
        FakeSqs.MoveTask task = sqs.move(
                text(request, "SourceArn"), request.path("DestinationArn").asText(null));
        return JSON.createObjectNode().put("TaskHandle", task.handle());
    }

    private JsonNode moveTasks(JsonNode request) {
        ArrayNode results = JSON.createArrayNode();
        for (FakeSqs.MoveTask task : sqs.tasks(text(request, "SourceArn"))) {
            results.add(JSON.createObjectNode()
                    .put("SourceArn", task.from())
                    .put("DestinationArn", task.to())
                    .put("Status", task.failure() == null ? "COMPLETED" : "FAILED")
                    .put("FailureReason", task.failure())
                    .put("ApproximateNumberOfMessagesMoved", task.moved())
                    .put("StartedTimestamp", task.at().toEpochMilli()));
        }
        return JSON.createObjectNode().set("Results", results);
    }

    /** Each entry succeeds or fails on its own. */
    private JsonNode batch(JsonNode request, Function<JsonNode, ObjectNode> single) {
        JsonNode entries = request.path("Entries");
        if (entries.isEmpty()) {
            throw AwsFault.badRequest("EmptyBatchRequest", "There should be at least one entry in the request.");
        }
        if (entries.size() > FakeSqs.MAX_BATCH) {
            throw AwsFault.badRequest("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10.");
        }
        Set<String> ids = new HashSet<>();
        ArrayNode successful = JSON.createArrayNode();
        ArrayNode failed = JSON.createArrayNode();
        for (JsonNode entry : entries) {
            if (!ids.add(text(entry, "Id"))) {
                throw AwsFault.badRequest("BatchEntryIdsNotDistinct", "Two or more entries have the same Id.");
            }
        }
        for (JsonNode entry : entries) {
            try {
                successful.add(single.apply(entry).put("Id", text(entry, "Id")));
            } catch (AwsFault fault) {
                failed.add(JSON.createObjectNode()
                        .put("Id", text(entry, "Id"))
                        .put("Code", fault.code())
                        .put("SenderFault", fault.status() < 500)
                        .put("Message", fault.getMessage()));
            }
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("Successful", successful);
        answer.set("Failed", failed);
        return answer;
    }

    private FakeQueue queue(JsonNode request) {
        String url = text(request, "QueueUrl");
        return sqs.queue(url.substring(url.lastIndexOf('/') + 1));
    }

    private static ObjectNode systemAttributes(FakeQueue.Message message) {
        ObjectNode all = JSON.createObjectNode()
                .put("SenderId", "AIDAFAKE")
                .put("SentTimestamp", Long.toString(message.sent.toEpochMilli()))
                .put("ApproximateReceiveCount", Integer.toString(message.receives));
        Instant first = message.firstReceived;
        if (first != null) {
            all.put("ApproximateFirstReceiveTimestamp", Long.toString(first.toEpochMilli()));
        }
        if (message.traceHeader != null) {
            all.put("AWSTraceHeader", message.traceHeader);
        }
        if (message.source != null) {
            all.put("DeadLetterQueueSourceArn", message.source);
        }
        return all;
    }

    private static ObjectNode chosen(ObjectNode all, JsonNode names) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(name.asText()));
        return wanted.contains("All") ? all : all.retain(wanted);
    }

    private static Duration seconds(JsonNode request, String name, int least, int most) {
        int seconds = request.path(name).asInt(Math.min(0, least));
        require(seconds >= least && seconds >= 0 && seconds <= most, name + " is out of bounds: " + seconds);
        return Duration.ofSeconds(seconds);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw AwsFault.badRequest("InvalidParameterValue", otherwise);
        }
    }

    private static String text(JsonNode request, String name) {
        JsonNode value = request.path(name);
        if (!value.isTextual()) {
            throw AwsFault.badRequest("MissingParameter", "The request must contain the parameter %s.".formatted(name));
        }
        return value.asText();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw AwsFault.badRequest("InvalidParameterValue", "not JSON: " + json);
        }
    }

    private static String md5(String text) {
        return md5(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SQS Developer Guide, "Calculating the MD5 message digest for message attributes". */
    private static String md5(JsonNode attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Set<String> names = new TreeSet<>();
            attributes.properties().forEach(each -> names.add(each.getKey()));
            for (String name : names) {
                JsonNode attribute = attributes.get(name);
                boolean isBinary = attribute.hasNonNull("BinaryValue");
                write(out, name.getBytes(StandardCharsets.UTF_8));
                write(out, attribute.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
                out.writeByte(isBinary ? 2 : 1);
                write(
                        out,
                        isBinary
                                ? Base64.getDecoder()
                                        .decode(attribute.get("BinaryValue").asText())
                                : attribute.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return md5(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
