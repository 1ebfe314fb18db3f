package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Subscription;

/**
 * One consumer's queue, as SQS would keep it: what is ready, what waits for its time, what is in flight under a
 * visibility timeout.
 *
 * <p>A message that fails leaves the line and waits in {@code delayed}, so a poisoned one holds up nobody. A delivery
 * that exceeds its timeout gives up its worker's place at once, whether its thread reacts to the interruption or not, so
 * that hung consumers cannot wear a queue out. Queues share nothing but the database and the timer, on neither of which a
 * consumer can wait.
 *
 * <p>Receiving is by batches of up to ten, as in SQS: one access to the database for all. Each message of a batch is then
 * delivered, and fails, on its own.
 */
final class MessageQueue {
    private static final Logger LOG = LoggerFactory.getLogger(MessageQueue.class);
    private static final int BATCH = 10;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final String DIED_WITH_PROCESS = "the process ended during each of its deliveries";

    private record Delayed(QueuedMessage message, long wakeAt) {}

    private final String service;
    private final Subscription subscription;
    private final Deliveries deliveries;
    private final Workings workings;
    private final Alarm wake;
    private final Alarm timeout;

    private final Deque<QueuedMessage> ready = new ArrayDeque<>();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>((a, b) -> Long.signum(a.wakeAt() - b.wakeAt()));
    private final Set<Delivery> running = new LinkedHashSet<>();
    private int inFlight;
    private boolean isOpen;

    private final LongAdder delivered = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unknownVersions = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();

    MessageQueue(String service, Subscription subscription, Deliveries deliveries, Workings workings) {
        this.service = service;
        this.subscription = subscription;
        this.deliveries = deliveries;
        this.workings = workings;
        wake = new Alarm(workings.timer(), this::becomeReady);
        timeout = new Alarm(workings.timer(), this::expireOverdue);
    }

    String name() {
        return subscription.queue();
    }

    String service() {
        return service;
    }

    Subscription subscription() {
        return subscription;
    }

    Traces traces() {
        return workings.traces();
    }

    void open() {
        synchronized (this) {
            isOpen = true;
        }
        receive();
    }

    /** Takes a message in; it is delivered when it is due. */
    void offer(QueuedMessage message) {
        Duration pause = Duration.between(workings.clock().instant(), message.due());
        if (pause.isPositive()) {
            delay(message, pause);
        } else {
            synchronized (this) {
                ready.add(message);
            }
            receive();
        }
    }

    /** Delivers what the clock says is due; for a clock that was moved, which no timer notices. */
    void wake() {
        Instant now = workings.clock().instant();
        synchronized (this) {
            delayed.removeIf(waiting -> !waiting.message().due().isAfter(now) && ready.add(waiting.message()));
        }
        receive();
    }

    /** Stops receiving; what is being delivered goes on. */
    synchronized void stop() {
        isOpen = false;
    }

    /** Waits for the running deliveries; abandons those that are not over by then. */
    void close(long untilNanoTime) throws InterruptedException {
        List<Delivery> late;
        synchronized (this) {
            for (long left = untilNanoTime - System.nanoTime(); inFlight > 0 && left > 0; ) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
                left = untilNanoTime - System.nanoTime();
            }
            late = List.copyOf(running);
        }
        late.forEach(Delivery::abandon);
    }

    synchronized boolean isQuiet() {
        return ready.isEmpty() && inFlight == 0;
    }

    synchronized QueueDepth depth(long dead) {
        Instant now = workings.clock().instant();
        Instant oldest = now;
        for (QueuedMessage message : ready) {
            oldest = earlier(oldest, message.enqueuedAt());
        }
        for (Delayed waiting : delayed) {
            oldest = earlier(oldest, waiting.message().enqueuedAt());
        }
        for (Delivery delivery : running) {
            oldest = earlier(oldest, delivery.message().enqueuedAt());
        }
        return new QueueDepth(
                service, name(), ready.size(), delayed.size(), inFlight, dead, Duration.between(oldest, now));
    }

    QueueCounts counts() {
        return new QueueCounts(
                service,
                name(),
                delivered.sum(),
                duplicates.sum(),
                failed.sum(),
                unknownVersions.sum(),
                deadLettered.sum());
    }

    // What a delivery tells.

    void delivering(Delivery delivery) {
        workings.observers().tell(o -> o.delivering(name(), delivery.envelope(), delivery.attempt()));
    }

    Outcome deliver(Envelope envelope, @Nullable String traceparent) {
        return deliveries.deliver(subscription, envelope, traceparent);
    }

    void ended(Delivery delivery, Outcome outcome) {
        try {
            switch (outcome) {
                case DONE -> done(delivery, outcome, delivered);
                case DUPLICATE -> done(delivery, outcome, duplicates);
                case UNKNOWN_VERSION -> park(delivery);
            }
        } finally {
            release(delivery);
        }
    }

    void failed(Delivery delivery, Throwable error) {
        try {
            retryOrDie(delivery, error, workings.retry().pause(delivery.attempt(), workings.random()));
        } finally {
            release(delivery);
        }
    }

    /** The visibility timeout was the pause: visible again at once. */
    void expired(Delivery delivery, DeliveryTimeout timedOut) {
        try {
            retryOrDie(delivery, timedOut, Duration.ZERO);
        } finally {
            release(delivery);
        }
    }

    private void done(Delivery delivery, Outcome outcome, LongAdder counter) {
        counter.increment();
        workings.ledger().done(delivery.message());
        workings.observers()
                .tell(o -> o.delivered(name(), delivery.envelope(), delivery.attempt(), outcome, delivery.took()));
    }

    private void park(Delivery delivery) {
        unknownVersions.increment();
        Envelope envelope = delivery.envelope();
        String described = "%s has version %d, which is none of %s; teach the consumer to read it, then redrive"
                .formatted(
                        envelope.type(),
                        envelope.version(),
                        subscription.records().keySet());
        die(delivery.message(), envelope, delivery.attempt(), DeadLetter.Reason.UNKNOWN_VERSION, described);
    }

    private void retryOrDie(Delivery delivery, Throwable error, Duration pause) {
        failed.increment();
        QueuedMessage message = delivery.message();
        Envelope envelope = delivery.envelope();
        String described = Failure.describe(error, envelope, workings.codec());
        int attempt = delivery.attempt();
        if (attempt >= subscription.maxReceives()) {
            die(message, envelope, attempt, DeadLetter.Reason.MAX_RECEIVES, described);
        } else {
            Instant next = workings.clock().instant().plus(pause);
            LOG.warn(
                    "{} failed on {} {}, attempt {} of {}, next in {}: {}",
                    name(),
                    envelope.type(),
                    envelope.id(),
                    attempt,
                    subscription.maxReceives(),
                    pause,
                    described);
            workings.ledger().failed(message, attempt, described, next);
            workings.observers().tell(o -> o.failed(name(), envelope, attempt, error, next));
            message.giveBack();
            delay(message, pause);
        }
    }

    private void die(
            QueuedMessage message, Envelope envelope, int attempts, DeadLetter.Reason reason, String described) {
        deadLettered.increment();
        LOG.error(
                "{} gave up {} {} after {}: {} {}",
                name(),
                envelope.type(),
                envelope.id(),
                attempts,
                reason,
                described);
        Instant now = workings.clock().instant();
        workings.ledger()
                .died(
                        message,
                        new QueueRows.New(name(), envelope, message.enqueuedAt(), now, attempts, described),
                        now,
                        reason);
        workings.observers().tell(o -> o.deadLettered(name(), envelope, attempts, reason.name(), described));
    }

    private void release(Delivery delivery) {
        synchronized (this) {
            running.remove(delivery);
            inFlight--;
            notifyAll();
        }
        receive();
    }

    // Waiting for the time.

    private void delay(QueuedMessage message, Duration pause) {
        long wakeAt = System.nanoTime() + pause.toNanos();
        synchronized (this) {
            delayed.add(new Delayed(message, wakeAt));
        }
        wake.ringBy(wakeAt);
    }

    private void becomeReady() {
        long now = System.nanoTime();
        synchronized (this) {
            for (Delayed next = delayed.peek(); next != null; next = delayed.peek()) {
                if (next.wakeAt() - now > 0) {
                    wake.ringBy(next.wakeAt());
                    break;
                }
                ready.add(delayed.remove().message());
            }
        }
        receive();
    }

    private void expireOverdue() {
        long now = System.nanoTime();
        List<Delivery> overdue = new ArrayList<>();
        synchronized (this) {
            for (Delivery delivery : running) {
                if (delivery.deadline() - now > 0) {
                    timeout.ringBy(delivery.deadline());
                    break;
                }
                overdue.add(delivery);
            }
        }
        String why = "it took longer than its timeout of %s; make it faster, or give it more"
                .formatted(subscription.timeout());
        overdue.forEach(delivery -> Thread.ofVirtual().name(name()).start(() -> delivery.expire(why)));
    }

    // Receiving.

    private void receive() {
        for (List<QueuedMessage> batch = next(); !batch.isEmpty(); batch = next()) {
            List<QueuedMessage> elsewhere = new ArrayList<>();
            for (QueuedMessage message : batch) {
                Envelope envelope = message.take();
                if (envelope == null) {
                    elsewhere.add(message);
                } else {
                    begin(message, envelope);
                }
            }
            if (!elsewhere.isEmpty()) {
                Thread.ofVirtual().name(name()).start(() -> fetch(elsewhere));
            }
        }
    }

    private synchronized List<QueuedMessage> next() {
        int room = isOpen ? Math.min(BATCH, subscription.concurrency() - inFlight) : 0;
        List<QueuedMessage> batch = new ArrayList<>(BATCH);
        while (batch.size() < room && !ready.isEmpty()) {
            batch.add(ready.remove());
        }
        inFlight += batch.size();
        return batch;
    }

    /** Gets what the messages carry from the table; counts those under suspicion as received before they are. */
    private void fetch(List<QueuedMessage> messages) {
        List<Optional<QueueRows.Received>> loaded;
        try {
            List<String> events = messages.stream().map(QueuedMessage::event).toList();
            loaded = messages.stream().anyMatch(QueuedMessage::isSuspect)
                    ? workings.rows().receive(name(), events)
                    : workings.rows().load(name(), events);
        } catch (RuntimeException unreadable) {
            LOG.error("{} could not be read; trying again in {}", name(), AFTER_TROUBLE, unreadable);
            messages.forEach(message -> {
                message.giveBack();
                delay(message, AFTER_TROUBLE);
                free();
            });
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            QueuedMessage message = messages.get(i);
            QueueRows.Received received = loaded.get(i).orElse(null);
            if (received == null) {
                free(); // discarded, or a second copy of what is done
            } else if (received.receives() >= subscription.maxReceives()) {
                die(
                        message,
                        received.envelope(),
                        received.receives(),
                        DeadLetter.Reason.MAX_RECEIVES,
                        Objects.requireNonNullElse(received.error(), DIED_WITH_PROCESS));
                free();
            } else {
                begin(message, received.envelope());
            }
        }
    }

    private void begin(QueuedMessage message, Envelope envelope) {
        Delivery delivery = new Delivery(this, message, envelope, message.received());
        synchronized (this) {
            running.add(delivery);
        }
        timeout.ringBy(delivery.deadline());
        Thread.ofVirtual().name(name()).start(delivery);
    }

    private void free() {
        synchronized (this) {
            inFlight--;
            notifyAll();
        }
        receive();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
