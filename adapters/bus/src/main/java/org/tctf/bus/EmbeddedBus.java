package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.telemetry.Traces;

/**
 * The embedded twin of EventBridge, SNS and SQS: takes what services commit to their outboxes to the queues of everyone
 * whose rule matches, and delivers it there until it is done or dead.
 *
 * <h2>What is written when, and why that loses nothing</h2>
 *
 * A fact is on disk in its publisher's outbox before anybody hears of it: its row was committed, and synced, with the
 * change that raised it. It may leave the outbox only when every queue that it belongs to is done with it or has it on
 * disk. In between, anything may happen in memory, because delivering again is harmless: the consumer's commit carries a
 * mark of the event (the inbox), and the second commit fails on it.
 *
 * <p>So the usual message never touches the queues' database. The commit hands it to the queues' workers in memory; they
 * have it done in a millisecond or two, each effect synced in the consumer's own table; a grace of 250 ms later the outbox
 * forgets it, many in one write. Only what is not done by then (a busy consumer, a failure, a delay) is written to the
 * queues' table, in batches; when that is synced, the outbox forgets it and memory keeps no more than its id.
 *
 * <p>The obvious scheme (insert into every queue, sync, deliver, delete) was rejected: it puts a sync between the fact
 * and its effect, and writes each message once per consumer, to delete it a moment later. Delivering while the insertion
 * is on its way hides the first cost and keeps the second.
 *
 * <p>Should the process die:
 *
 * <ul>
 *   <li>what lies in an outbox is stored in the queues' table when the bus starts again, then forgotten by the outbox;
 *       what was done already ends as {@link Deliveries.Outcome#DUPLICATE};
 *   <li>what lies in the queues' table is offered again, the least tried first;
 *   <li>either way the message is under suspicion of having killed the process, and its next delivery is counted, and
 *       synced, before it begins (any other delivery is counted when it fails). A message that kills whoever touches it
 *       is a dead letter after {@code maxReceives} restarts.
 * </ul>
 *
 * <h2>Time</h2>
 *
 * Pauses are measured by the machine's monotonic clock, so a clock that is set doesn't stretch them; due times are kept
 * by the {@link InstantSource}. A test that moves its clock calls {@link #wake()}.
 *
 * <p>Order is not promised, as SQS promises none. Safe for concurrent use; register everything, then start, once.
 */
public final class EmbeddedBus implements EventBus, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final QueueRows rows;
    private final Workings workings;
    private final Routes routes;
    private final Unsettled unsettled;
    private final DeadLetters deadLetters;
    private final ScheduledThreadPoolExecutor timer;
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** @param database of the queues alone; stays open when the bus is closed */
    public EmbeddedBus(SqliteDatabase database, Codec codec, InstantSource clock, BusOptions options) {
        timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("bus-timer").factory(),
                new ScheduledThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        rows = new QueueRows(database, codec);
        workings = new Workings(
                rows,
                new Ledger(rows),
                codec,
                clock,
                options.retry(),
                options.random(),
                new Traces(options.telemetry(), "tctf"),
                new Observers(options.observers()),
                timer,
                new AtomicInteger());
        routes = new Routes(codec);
        unsettled = new Unsettled(workings.ledger(), timer);
        deadLetters = new DeadLetters(database, workings, routes);
    }

    /** Adds a service's queues, and its outbox as a source. */
    public void register(ServiceDefinition service, Deliveries deliveries, SqliteOutbox outbox) {
        for (Subscription subscription : service.subscriptions()) {
            routes.add(new MessageQueue(service.name(), subscription, deliveries, workings));
        }
        relays.add(new OutboxRelay(service.name(), outbox, new Arrivals(), workings.underWay()));
    }

    /** Begins to deliver, with what earlier processes left behind. */
    public void start() {
        rows.sortOutQueues(routes.all().stream().map(MessageQueue::name).toList(), now());
        rows.forEachWaiting(row ->
                routes.queue(row.queue()).ifPresent(queue -> queue.offer(QueuedMessage.stored(queue, row, true))));
        routes.all().forEach(MessageQueue::open);
        relays.forEach(OutboxRelay::start);
    }

    /** Facts go wherever a rule matches, commands to their queue; a command whose queue is unknown is a dead letter. */
    @Override
    public void publish(List<Outgoing> messages) {
        store(messages, false);
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** What lies in each queue now, by name; queues of services that are gone only have dead letters. */
    public List<QueueDepth> depths() {
        Map<String, Long> dead = rows.deadByQueue();
        List<QueueDepth> depths = new ArrayList<>();
        for (MessageQueue queue : routes.all()) {
            Long ofQueue = dead.remove(queue.name());
            depths.add(queue.depth(ofQueue == null ? 0 : ofQueue));
        }
        dead.forEach((queue, letters) -> depths.add(new QueueDepth("", queue, 0, 0, 0, letters, Duration.ZERO)));
        depths.sort(Comparator.comparing(QueueDepth::queue));
        return depths;
    }

    /** What each queue has done since the start, by name. */
    public List<QueueCounts> counts() {
        return routes.all().stream()
                .map(MessageQueue::counts)
                .sorted(Comparator.comparing(QueueCounts::queue))
                .toList();
    }

    /** Whether nothing is under way: all that is left waits for its time, or is dead. */
    public boolean isQuiet() {
        return workings.underWay().get() == 0;
    }

    /** Delivers what has become due by a clock that was moved; a clock that runs needs no call. */
    public void wake() {
        routes.all().forEach(MessageQueue::wake);
    }

    /**
     * Stops receiving, waits up to 8 s for what is being delivered, then interrupts it. What is not done is delivered
     * after the next start.
     */
    @Override
    public void close() {
        close(PATIENCE);
    }

    void close(Duration patience) {
        if (isClosed.getAndSet(true)) {
            return;
        }
        try {
            for (OutboxRelay relay : relays) {
                relay.close();
            }
            routes.all().forEach(MessageQueue::stop);
            long until = System.nanoTime() + patience.toNanos();
            for (MessageQueue queue : routes.all()) {
                queue.close(until);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        unsettled.settleAll();
        rows.flush();
        unsettled.settleAll();
    }

    private Instant now() {
        return workings.clock().instant();
    }

    private void store(List<Outgoing> messages, boolean areSuspect) {
        List<QueueRows.New> added = new ArrayList<>();
        for (Outgoing message : messages) {
            List<String> queues = queuesOf(message);
            workings.observers().tell(o -> o.published(message.envelope(), queues));
            Instant now = now();
            for (String queue : queues) {
                added.add(new QueueRows.New(queue, message.envelope(), now, now.plus(message.delay()), 0, null));
            }
        }
        List<Boolean> isNew = rows.add(added);
        for (int i = 0; i < added.size(); i++) {
            QueueRows.New row = added.get(i);
            if (isNew.get(i)) {
                routes.queue(row.queue())
                        .ifPresentOrElse(
                                queue -> queue.offer(QueuedMessage.stored(queue, row.waiting(), areSuspect)),
                                () -> bury(row));
            }
        }
    }

    /** Nobody has the queue of this command: kept until somebody has it, or a person discards it. */
    private CompletableFuture<Boolean> bury(QueueRows.New row) {
        String error = DeadLetter.noQueue(row.queue());
        DeadLetter.Reason reason = DeadLetter.Reason.NO_QUEUE;
        workings.observers().tell(o -> o.deadLettered(row.queue(), row.envelope(), 0, reason.name(), error));
        return rows.diedLater(row.with(error), row.enqueuedAt(), reason);
    }

    private List<String> queuesOf(Outgoing message) {
        String command = message.queue();
        return command != null
                ? List.of(command)
                : routes.of(message.envelope()).stream().map(MessageQueue::name).toList();
    }

    /** What the relays bring. */
    private final class Arrivals implements OutboxRelay.Sink {
        @Override
        public boolean hasRoom() {
            return unsettled.hasRoom();
        }

        @Override
        public void handOver(SqliteOutbox outbox, List<SqliteOutbox.Entry> entries) {
            Instant now = now();
            for (SqliteOutbox.Entry entry : entries) {
                handOver(outbox, entry, now);
            }
        }

        private void handOver(SqliteOutbox outbox, SqliteOutbox.Entry entry, Instant now) {
            Outgoing message = entry.message();
            Envelope envelope = message.envelope();
            List<String> names = queuesOf(message);
            Instant due = now.plus(message.delay());
            workings.observers().tell(o -> o.published(envelope, names));
            List<QueuedMessage> handed = names.stream()
                    .flatMap(name -> routes.queue(name).stream())
                    .map(queue -> QueuedMessage.fresh(queue, envelope, now, due))
                    .toList();
            if (handed.size() < names.size()) {
                bury(new QueueRows.New(names.getFirst(), envelope, now, due, 0, null))
                        .thenRun(() -> outbox.sent(List.of(entry)));
                return;
            }
            unsettled.add(outbox, entry, handed);
            handed.forEach(one -> one.queue().offer(one));
        }

        @Override
        public void store(SqliteOutbox outbox, List<SqliteOutbox.Entry> entries, boolean areLeftOver) {
            EmbeddedBus.this.store(
                    entries.stream().map(SqliteOutbox.Entry::message).toList(), areLeftOver);
            outbox.sent(entries);
        }
    }
}
