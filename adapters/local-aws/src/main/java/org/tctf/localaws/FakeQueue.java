package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One standard queue: what lies in it, and until when each message is hidden. Guarded by its {@link FakeSqs}. */
final class FakeQueue {

    static final class Message {
        final String id = UUID.randomUUID().toString();
        final String body;
        final JsonNode attributes;
        final @Nullable String traceHeader;
        final Instant sent;
        Instant visible;

        @Nullable
        Instant firstReceived;

        int receives;
        /** Received, and neither deleted nor given another visibility since. */
        boolean isHeld;
        /** ARN of the queue that it died in. */
        @Nullable
        String source;

        Message(String body, JsonNode attributes, @Nullable String traceHeader, Instant sent, Duration delay) {
            this.body = body;
            this.attributes = attributes;
            this.traceHeader = traceHeader;
            this.sent = sent;
            visible = sent.plus(delay);
        }

        /** Another one each time it is received. */
        String receiptHandle() {
            return id + "#" + receives;
        }

        boolean isVisible(Instant now) {
            return !visible.isAfter(now);
        }

        /** As it goes on in another queue, as if it had just been sent. */
        Message again(Instant now) {
            return new Message(body, attributes, traceHeader, now, Duration.ZERO);
        }
    }

    private final String name;
    private final Duration visibility;
    private final @Nullable FakeQueue deadLetters;
    private final int maxReceives;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    FakeQueue(String name, Duration visibility, @Nullable FakeQueue deadLetters, int maxReceives) {
        this.name = name;
        this.visibility = visibility;
        this.deadLetters = deadLetters;
        this.maxReceives = maxReceives;
    }

    String name() {
        return name;
    }

    String arn() {
        return Arns.queue(name);
    }

    @Nullable
    FakeQueue deadLetters() {
        return deadLetters;
    }

    int maxReceives() {
        return maxReceives;
    }

    Duration visibility() {
        return visibility;
    }

    void clear() {
        messages.clear();
    }

    void add(Message message) {
        messages.put(message.id, message);
    }

    /** Hides and counts what it answers; what was received too often dies instead. */
    List<Message> receive(int max, Duration hidden, Instant now) {
        List<Message> received = new ArrayList<>();
        for (Message message : List.copyOf(messages.values())) {
            if (received.size() == max || !message.isVisible(now)) {
                continue;
            }
            if (deadLetters != null && message.receives >= maxReceives) {
                messages.remove(message.id);
                message.isHeld = false;
                message.source = arn();
                deadLetters.add(message);
                continue;
            }
            message.receives++;
            message.isHeld = true;
            message.visible = now.plus(hidden);
            if (message.firstReceived == null) {
                message.firstReceived = now;
            }
            received.add(message);
        }
        return received;
    }

    /** One that was received again since is not deleted: only its newest handle does that. */
    void delete(String receiptHandle) {
        Message message = of(receiptHandle);
        if (message != null && message.receiptHandle().equals(receiptHandle)) {
            messages.remove(message.id);
        }
    }

    void hide(String receiptHandle, Duration hidden, Instant now) {
        Message message = of(receiptHandle);
        if (message == null || message.isVisible(now)) {
            throw AwsFault.badRequest("MessageNotInflight", "The message referred to isn't in flight.");
        }
        message.visible = now.plus(hidden);
        message.isHeld = false;
    }

    /** What can be received now leaves the queue. */
    List<Message> takeVisible(Instant now) {
        List<Message> visible = messages.values().stream()
                .filter(message -> message.isVisible(now))
                .toList();
        visible.forEach(message -> messages.remove(message.id));
        return visible;
    }

    FakeSqs.Counts counts(Instant now) {
        int ready = 0;
        int inFlight = 0;
        int delayed = 0;
        for (Message message : messages.values()) {
            if (message.isVisible(now)) {
                ready++;
            } else if (message.receives > 0) {
                inFlight++;
            } else {
                delayed++;
            }
        }
        return new FakeSqs.Counts(ready, inFlight, delayed);
    }

    boolean isQuiet(Instant now) {
        return messages.values().stream().noneMatch(message -> message.isVisible(now) || message.isHeld);
    }

    private @Nullable Message of(String receiptHandle) {
        int end = receiptHandle.indexOf('#');
        if (end < 0) {
            throw AwsFault.badRequest("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
        }
        return messages.get(receiptHandle.substring(0, end));
    }
}
