package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.DeliveryTimeout;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Failure;
import org.tctf.kernel.service.Subscription;

/** What follows from a delivery of one queue: for the message, for the counters, for whoever watches. */
final class Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    private final String service;
    private final Subscription subscription;
    private final Workings workings;
    private final Line line;

    private final LongAdder delivered = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unknownVersions = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();

    Aftermath(String service, Subscription subscription, Workings workings, Line line) {
        this.service = service;
        this.subscription = subscription;
        this.workings = workings;
        this.line = line;
    }

    void ended(Delivery delivery, Outcome outcome) {
        switch (outcome) {
            case DONE -> done(delivery, outcome, delivered);
            case DUPLICATE -> done(delivery, outcome, duplicates);
            case UNKNOWN_VERSION -> park(delivery);
        }
    }

    void failed(Delivery delivery, Throwable error) {
        retryOrDie(delivery, error, workings.retry().pause(delivery.attempt(), workings.random()));
    }

    /** The visibility timeout was the pause: visible again at once. */
    void expired(Delivery delivery, DeliveryTimeout timedOut) {
        retryOrDie(delivery, timedOut, Duration.ZERO);
    }

    void die(QueuedMessage message, Envelope envelope, int attempts, DeadLetter.Reason reason, String described) {
        deadLettered.increment();
        LOG.error(
                "{} gave up {} {} after attempt {}, {}: {}",
                queue(),
                envelope.type(),
                envelope.id(),
                attempts,
                reason,
                described);
        Instant now = workings.clock().instant();
        QueueRows.New row =
                new QueueRows.New(queue(), envelope, message.enqueuedAt(), message.due(), attempts, described);
        workings.ledger().died(message, row, now, reason);
        workings.observers().tell(o -> o.deadLettered(queue(), envelope, attempts, reason.name(), described));
    }

    QueueCounts counts() {
        return new QueueCounts(
                service,
                queue(),
                delivered.sum(),
                duplicates.sum(),
                failed.sum(),
                unknownVersions.sum(),
                deadLettered.sum());
    }

    private void done(Delivery delivery, Outcome outcome, LongAdder counter) {
        counter.increment();
        workings.ledger().done(delivery.message());
        workings.observers()
                .tell(o -> o.delivered(queue(), delivery.envelope(), delivery.attempt(), outcome, delivery.took()));
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
        int attempt = delivery.attempt();
        String described = Failure.describe(error, envelope, workings.codec());
        if (attempt >= subscription.maxReceives()) {
            die(message, envelope, attempt, DeadLetter.Reason.MAX_RECEIVES, described);
            return;
        }
        LOG.warn(
                "{} failed on {} {}, attempt {} of {}, next in {}: {}",
                queue(),
                envelope.type(),
                envelope.id(),
                attempt,
                subscription.maxReceives(),
                pause,
                described);
        Instant next = workings.clock().instant().plus(pause);
        workings.ledger().failed(message, attempt, described, next);
        workings.observers().tell(o -> o.failed(queue(), envelope, attempt, error, next));
        message.giveBack();
        line.addAgain(message, pause);
    }

    private String queue() {
        return subscription.queue();
    }
}
