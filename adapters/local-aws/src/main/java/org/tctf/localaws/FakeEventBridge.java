package org.tctf.localaws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.RuleCompiler;

/**
 * Buses, rules and targets of EventBridge: what PutEvents takes in is matched by AWS's own Event Ruler and handed to
 * topics and queues before the call returns. Each bus keeps an archive of all its events.
 */
public final class FakeEventBridge {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_TARGETS = 5;
    private static final int TIME_BYTES = 14;
    private static final String ALL = "$";

    private record Target(Consumer<String> taker, String inputPath, String undelivered) {}

    private static final class Bus {
        final Machine rules = new Machine();
        final Map<String, List<Target>> targets = new ConcurrentHashMap<>();
        final List<JsonNode> archive = new CopyOnWriteArrayList<>();
    }

    private final FakeSns topics;
    private final Queues queues;
    private final InstantSource clock;
    private final Map<String, Bus> buses = new ConcurrentHashMap<>();
    private final Deque<String> refusals = new ArrayDeque<>();

    private FakeEventBridge(FakeSns topics, Queues queues, InstantSource clock) {
        this.topics = topics;
        this.queues = queues;
        this.clock = clock;
    }

    public static FakeEventBridge in(FakeAws aws, FakeSns topics, Queues queues, InstantSource clock) {
        FakeEventBridge events = new FakeEventBridge(topics, queues, clock);
        aws.serve("AWSEvents.PutEvents", events::putEvents);
        return events;
    }

    public void createBus(String bus) {
        buses.putIfAbsent(bus, new Bus());
    }

    /** @throws AwsFault when AWS would not take this pattern */
    public void putRule(String bus, String rule, String pattern) {
        Bus of = bus(bus);
        String invalid = check(pattern);
        if (invalid != null) {
            throw AwsFault.badRequest("InvalidEventPatternException", "Event pattern is not valid. Reason: " + invalid);
        }
        of.targets.putIfAbsent(rule, new CopyOnWriteArrayList<>());
        try {
            of.rules.addRule(rule, pattern);
        } catch (IOException checkedBefore) {
            throw new UncheckedIOException(checkedBefore);
        }
    }

    /**
     * Hands on what matches the rule.
     *
     * @param topic its name
     * @param inputPath the part of the event that is handed on, {@code $.detail}
     * @param undelivered name of the queue that takes what the topic refuses
     */
    public void putTarget(String bus, String rule, String topic, String inputPath, String undelivered) {
        add(bus, rule, new Target(message -> topics.publish(topic, message), inputPath, undelivered));
    }

    /** Hands the whole of what matches the rule to a queue. */
    public void putQueue(String bus, String rule, String queue, String undelivered) {
        add(bus, rule, new Target(message -> queues.send(queue, message), ALL, undelivered));
    }

    /** An AWS service publishes this event. */
    public void publish(String bus, JsonNode event) {
        Bus of = bus(bus);
        of.archive.add(event);
        route(of, event);
    }

    private void add(String bus, String rule, Target target) {
        List<Target> targets = bus(bus).targets.get(rule);
        if (targets == null) {
            throw AwsFault.badRequest("ResourceNotFoundException", "Rule %s does not exist.".formatted(rule));
        }
        if (targets.size() == MAX_TARGETS) {
            throw AwsFault.badRequest(
                    "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
        }
        targets.add(target);
    }

    /** Every event that a bus has taken in, in order, as its rules see it. */
    public List<JsonNode> archive(String bus) {
        return List.copyOf(bus(bus).archive);
    }

    /** Sends everything in a bus's archive through its rules again. */
    public void replay(String bus) {
        Bus of = bus(bus);
        archive(bus).forEach(event -> route(of, event));
    }

    /** The next so many entries of PutEvents are refused one by one, while the rest of their call goes on. */
    public void refuseNext(int entries, String code) {
        synchronized (refusals) {
            for (int i = 0; i < entries; i++) {
                refusals.add(code);
            }
        }
    }

    private JsonNode putEvents(JsonNode request) {
        JsonNode entries = request.path("Entries");
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw AwsFault.badRequest("ValidationException", "Member must have 1 to 10 entries.");
        }
        int bytes = 0;
        for (JsonNode entry : entries) {
            bytes += bytes(entry);
        }
        if (bytes > MAX_BYTES) {
            throw AwsFault.badRequest(
                    "ValidationException", "Total size of the entries in the request is over the limit.");
        }
        int failed = 0;
        ArrayNode results = JSON.createArrayNode();
        for (JsonNode entry : entries) {
            try {
                results.add(JSON.createObjectNode().put("EventId", putEvent(entry)));
            } catch (AwsFault refused) {
                failed++;
                results.add(JSON.createObjectNode()
                        .put("ErrorCode", refused.code())
                        .put("ErrorMessage", refused.getMessage()));
            }
        }
        ObjectNode answer = JSON.createObjectNode().put("FailedEntryCount", failed);
        answer.set("Entries", results);
        return answer;
    }

    private String putEvent(JsonNode entry) {
        String refusal = nextRefusal();
        if (refusal != null) {
            throw AwsFault.badRequest(refusal, "refused on purpose");
        }
        Bus bus = bus(entry.path("EventBusName").asText());
        String id = UUID.randomUUID().toString();
        Instant time =
                entry.has("Time") ? Instant.ofEpochSecond(entry.get("Time").asLong()) : clock.instant();
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", there(entry, "DetailType"))
                .put("source", there(entry, "Source"))
                .put("account", Arns.ACCOUNT)
                .put("time", time.toString())
                .put("region", Arns.REGION);
        event.set("resources", JSON.createArrayNode());
        event.set("detail", detail(there(entry, "Detail")));
        bus.archive.add(event);
        route(bus, event);
        return id;
    }

    private void route(Bus bus, JsonNode event) {
        for (String rule : matching(bus, event)) {
            bus.targets.getOrDefault(rule, List.of()).forEach(target -> deliver(event, target));
        }
    }

    private void deliver(JsonNode event, Target target) {
        String message = part(event, target.inputPath()).toString();
        try {
            target.taker().accept(message);
        } catch (AwsFault refused) {
            queues.send(target.undelivered(), message);
        }
    }

    private Bus bus(String name) {
        Bus bus = buses.get(name);
        if (bus == null) {
            throw AwsFault.badRequest("ResourceNotFoundException", "Event bus %s does not exist.".formatted(name));
        }
        return bus;
    }

    private @Nullable String nextRefusal() {
        synchronized (refusals) {
            return refusals.poll();
        }
    }

    /** {@code $} or {@code $.a.b}, which is all of JSONPath that EventBridge takes, but for arrays. */
    private static JsonNode part(JsonNode event, String path) {
        return event.at(path.substring(1).replace('.', '/'));
    }

    private static List<String> matching(Bus bus, JsonNode event) {
        try {
            return bus.rules.rulesForJSONEvent(event.toString());
        } catch (Exception invalid) {
            throw new IllegalStateException("an event that EventBridge built cannot be matched: " + event, invalid);
        }
    }

    private static JsonNode detail(String text) {
        try {
            JsonNode detail = JSON.readTree(text);
            if (detail.isObject()) {
                return detail;
            }
        } catch (JsonProcessingException notJson) {
            // answered below
        }
        throw AwsFault.badRequest("MalformedDetail", "Detail is malformed.");
    }

    private static String there(JsonNode entry, String name) {
        String text = entry.path(name).asText();
        if (text.isEmpty()) {
            throw AwsFault.badRequest(
                    "InvalidArgument",
                    "Parameter %s is not valid. Reason: %s is a required argument.".formatted(name, name));
        }
        return text;
    }

    /** EventBridge User Guide, "Calculating PutEvents event entry size". */
    private static int bytes(JsonNode entry) {
        int bytes = entry.has("Time") ? TIME_BYTES : 0;
        for (String part : List.of("Source", "DetailType", "Detail")) {
            bytes += entry.path(part).asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    private static @Nullable String check(String pattern) {
        try {
            return RuleCompiler.check(pattern);
        } catch (RuntimeException invalid) {
            return invalid.getMessage();
        }
    }
}
