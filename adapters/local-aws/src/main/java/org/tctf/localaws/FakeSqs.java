package org.tctf.localaws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQS's standard queues: delays, visibility, receipt handles, redrive into dead-letter queues and back, batches with
 * their partial failures, and the limits of the service's quotas as of 2025 (1 MiB a message and a batch). Spoken to by
 * the SDK's client ({@link SqsProtocol}), or directly by a test that plays Lambda's event source mapping.
 *
 * <p>What it does not imitate: it keeps the order of arrival, and repeats nothing by itself.
 */
public final class FakeSqs implements Queues {

    /**
     * As a function gets it.
     *
     * @param attributes SQS's own, such as {@code ApproximateReceiveCount}
     * @param messageAttributes the sender's, as text
     */
    public record Received(
            String messageId,
            String receiptHandle,
            String body,
            Map<String, String> attributes,
            Map<String, String> messageAttributes,
            String queueArn) {}

    /**
     * What lies in a queue.
     *
     * @param ready can be received now
     * @param inFlight received, and hidden
     * @param delayed never received, and hidden
     */
    public record Counts(int ready, int inFlight, int delayed) {
        public boolean isEmpty() {
            return ready + inFlight + delayed == 0;
        }
    }

    record Refusal(String code, boolean isSendersFault) {}

    record MoveTask(
            String handle,
            String from,
            @Nullable String to,
            int moved,
            @Nullable String failure,
            Instant at) {}

    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_BATCH = 10;

    /** XML 1.0's characters (SQS API Reference, SendMessage). */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final long LOOK_AGAIN_MILLIS = 10;

    private final InstantSource clock;
    private final Map<String, FakeQueue> queues = new LinkedHashMap<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<MoveTask> tasks = new ArrayList<>();

    private FakeSqs(InstantSource clock) {
        this.clock = clock;
    }

    /** @param clock makes delays and visibilities pass; long polls and {@link #awaitQuiet} wait by the machine's own */
    public static FakeSqs in(FakeAws aws, InstantSource clock) {
        FakeSqs queues = new FakeSqs(clock);
        new SqsProtocol(queues, aws.endpoint()).serveIn(aws);
        return queues;
    }

    @Override
    public synchronized void create(String queue, Settings settings) {
        FakeQueue dead = settings.deadLetters() == null ? null : queue(settings.deadLetters());
        queues.putIfAbsent(queue, new FakeQueue(queue, settings.visibility(), dead, settings.maxReceives()));
    }

    @Override
    public void send(String queue, String body) {
        add(queue, new FakeQueue.Message(body, SqsProtocol.NO_ATTRIBUTES, null, clock.instant(), Duration.ZERO));
    }

    /** What can be received now, at most ten; hidden for the queue's visibility. */
    public synchronized List<Received> receive(String queue, int max) {
        FakeQueue from = queue(queue);
        List<Received> received = from.receive(max, from.visibility(), clock.instant()).stream()
                .map(message -> SqsProtocol.received(message, from.arn()))
                .toList();
        notifyAll();
        return received;
    }

    public synchronized void delete(String queue, String receiptHandle) {
        queue(queue).delete(receiptHandle);
        notifyAll();
    }

    public synchronized Counts counts(String queue) {
        return queue(queue).counts(clock.instant());
    }

    /** Forgets all messages, also those that somebody has received. */
    public synchronized void clear() {
        queues.values().forEach(FakeQueue::clear);
        notifyAll();
    }

    /**
     * Whether all that is left in queues with a dead-letter queue waits for its time: it is delayed, or a delivery has
     * failed and said when to try again.
     */
    public synchronized boolean isQuiet() {
        return queues.values().stream()
                .filter(queue -> queue.deadLetters() != null)
                .allMatch(queue -> queue.isQuiet(clock.instant()));
    }

    /** @throws TimeoutException when it does not become quiet in this time */
    public void awaitQuiet(Duration atMost) throws InterruptedException, TimeoutException {
        if (await(atMost, () -> isQuiet() ? true : null) == null) {
            throw new TimeoutException("the queues were not quiet within %s".formatted(atMost));
        }
    }

    /** The next so many entries of SendMessageBatch are refused one by one, while the rest of their batch goes on. */
    public synchronized void refuseNext(int entries, String code, boolean isSendersFault) {
        for (int i = 0; i < entries; i++) {
            refusals.add(new Refusal(code, isSendersFault));
        }
    }

    synchronized @Nullable Refusal nextRefusal() {
        return refusals.poll();
    }

    synchronized FakeQueue queue(String name) {
        FakeQueue queue = queues.get(name);
        if (queue == null) {
            throw AwsFault.badRequest("QueueDoesNotExist", "The specified queue does not exist.");
        }
        return queue;
    }

    void add(String queue, FakeQueue.Message message) {
        if (message.body.isEmpty() || FORBIDDEN.matcher(message.body).find()) {
            throw AwsFault.badRequest("InvalidMessageContents", "Invalid characters found.");
        }
        if (SqsProtocol.bytes(message.body, message.attributes) > MAX_BYTES) {
            throw AwsFault.badRequest(
                    "InvalidParameterValue", "One or more parameters are invalid. Reason: Message must be shorter.");
        }
        synchronized (this) {
            queue(queue).add(message);
            notifyAll();
        }
    }

    /** A long poll; an empty answer when nothing came in this time. */
    List<FakeQueue.Message> receive(FakeQueue queue, int max, Duration hidden, Duration atMost)
            throws InterruptedException {
        List<FakeQueue.Message> received = await(atMost, () -> {
            List<FakeQueue.Message> found = queue.receive(max, hidden, clock.instant());
            return found.isEmpty() ? null : found;
        });
        return Objects.requireNonNullElse(received, List.of());
    }

    synchronized void hide(FakeQueue queue, String receiptHandle, Duration hidden) {
        queue.hide(receiptHandle, hidden, clock.instant());
        notifyAll();
    }

    /** Moves all that can be received now, at once, whatever the rate. */
    synchronized MoveTask move(String from, @Nullable String to) {
        FakeQueue source = queues.get(Arns.name(from));
        if (source == null || (to != null && !queues.containsKey(Arns.name(to)))) {
            throw AwsFault.badRequest("ResourceNotFoundException", "The resource that you specified doesn't exist.");
        }
        if (queues.values().stream().noneMatch(queue -> queue.deadLetters() == source)) {
            throw AwsFault.badRequest(
                    "UnsupportedOperation", "Source queue must be configured as a Dead Letter Queue.");
        }
        Instant now = clock.instant();
        int moved = 0;
        String failure = null;
        for (FakeQueue.Message message : source.takeVisible(now)) {
            String destination = to == null ? message.source : to;
            if (destination == null) {
                source.add(message);
                failure = "CouldNotDetermineMessageSource";
            } else {
                queue(Arns.name(destination)).add(message.again(now));
                moved++;
            }
        }
        MoveTask task = new MoveTask("task-" + (tasks.size() + 1), from, to, moved, failure, now);
        tasks.add(task);
        notifyAll();
        return task;
    }

    synchronized List<MoveTask> tasks(String from) {
        Predicate<MoveTask> fromThere = task -> task.from().equals(from);
        return tasks.stream().filter(fromThere).toList().reversed();
    }

    Instant now() {
        return clock.instant();
    }

    /** A clock that a test moves tells nobody, hence the looking again. */
    private synchronized <T> @Nullable T await(Duration atMost, Looking<T> look) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        T found = look.now();
        while (found == null && deadline - System.nanoTime() > 0) {
            wait(LOOK_AGAIN_MILLIS);
            found = look.now();
        }
        return found;
    }

    private interface Looking<T> {
        @Nullable
        T now();
    }
}
