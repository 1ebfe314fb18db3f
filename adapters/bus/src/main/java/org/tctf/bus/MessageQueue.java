package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.DeliveryTimeout;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.Subscription;
import org.tctf.telemetry.Traces;

/**
 * One consumer's queue, as SQS would keep it: what waits is in the {@link Line}, what is in flight is here, under a
 * visibility timeout.
 *
 * <p>A message that fails leaves the line until its next try, so a poisoned one holds up nobody. A delivery that exceeds
 * its timeout gives up its worker's place at once, whether its thread reacts to the interruption or not, so that hung
 * consumers cannot wear a queue out. Queues share nothing but the database and the timer, on neither of which a consumer
 * can wait.
 *
 * <p>Receiving is by batches of up to ten, as in SQS: one access to the database for all. Each message of a batch is then
 * delivered, and fails, on its own.
 */
final class MessageQueue {
    private static final Logger LOG = LoggerFactory.getLogger(MessageQueue.class);
    private static final int BATCH = 10;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final String DIED_WITH_PROCESS = "the process ended during each of its deliveries";

    private final String service;
    private final Subscription subscription;
    private final Deliveries deliveries;
    private final Workings workings;
    private final Line line;
    private final Aftermath aftermath;
    private final Alarm timeout;

    /** In the order of their deadlines, since all have the same timeout. */
    private final Set<Delivery> running = new LinkedHashSet<>();

    private int inFlight;
    private boolean isOpen;

    MessageQueue(String service, Subscription subscription, Deliveries deliveries, Workings workings) {
        this.service = service;
        this.subscription = subscription;
        this.deliveries = deliveries;
        this.workings = workings;
        line = new Line(workings, this::receive);
        aftermath = new Aftermath(service, subscription, workings, line);
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
        line.add(message);
    }

    /** Delivers what the clock says is due; for a clock that was moved, which no timer notices. */
    void wake() {
        line.wakeWhoIsDue();
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

    /** @param dead how many dead letters it has */
    QueueDepth depth(long dead) {
        Instant now = workings.clock().instant();
        Instant oldest = line.oldest(now);
        synchronized (this) {
            for (Delivery delivery : running) {
                oldest = Line.earlier(oldest, delivery.message().enqueuedAt());
            }
            return new QueueDepth(
                    service, name(), line.ready(), line.delayed(), inFlight, dead, Duration.between(oldest, now));
        }
    }

    QueueCounts counts() {
        return aftermath.counts();
    }

    // What a delivery does and tells.

    Outcome deliver(Delivery delivery, @Nullable String traceparent) {
        Envelope envelope = delivery.envelope();
        workings.observers().tell(o -> o.delivering(name(), envelope, delivery.attempt()));
        return deliveries.deliver(subscription, envelope, traceparent);
    }

    void ended(Delivery delivery, Outcome outcome) {
        conclude(delivery, () -> aftermath.ended(delivery, outcome));
    }

    void failed(Delivery delivery, Throwable error) {
        conclude(delivery, () -> aftermath.failed(delivery, error));
    }

    void expired(Delivery delivery, DeliveryTimeout timedOut) {
        conclude(delivery, () -> aftermath.expired(delivery, timedOut));
    }

    private void conclude(Delivery delivery, Runnable consequences) {
        try {
            consequences.run();
        } catch (RuntimeException unrecorded) {
            String event = delivery.message().event();
            LOG.error(
                    "{}: the end of {} was not recorded; the next start delivers it again", name(), event, unrecorded);
        } finally {
            release(delivery);
        }
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
        List<QueuedMessage> batch =
                isOpen ? line.take(Math.min(BATCH, subscription.concurrency() - inFlight)) : List.of();
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
            if (messages.size() > 1) {
                messages.forEach(one -> fetch(List.of(one))); // one that cannot be read must not hold up the others
                return;
            }
            LOG.error("{} could not be read; trying again in {}", name(), AFTER_TROUBLE, unreadable);
            messages.getFirst().giveBack();
            line.addAgain(messages.getFirst(), AFTER_TROUBLE);
            free();
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            QueuedMessage message = messages.get(i);
            loaded.get(i).ifPresentOrElse(received -> begin(message, received), this::free);
        }
    }

    private void begin(QueuedMessage message, QueueRows.Received received) {
        if (received.receives() < subscription.maxReceives()) {
            begin(message, received.envelope());
            return;
        }
        try {
            aftermath.die(
                    message,
                    received.envelope(),
                    received.receives(),
                    DeadLetter.Reason.MAX_RECEIVES,
                    Objects.requireNonNullElse(received.error(), DIED_WITH_PROCESS));
        } finally {
            free();
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

    private void release(Delivery delivery) {
        synchronized (this) {
            running.remove(delivery);
        }
        free();
    }

    /** A worker is through with a message. */
    private void free() {
        synchronized (this) {
            inFlight--;
            notifyAll();
        }
        workings.underWay().decrementAndGet();
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
}
