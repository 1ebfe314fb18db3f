package org.tctf.eventbridge;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.DeliveryTimeout;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Failure;
import org.tctf.kernel.service.Subscription;
import org.tctf.telemetry.Traces;
import software.amazon.awssdk.core.exception.SdkException;

/** One queue of a service, and its workers. */
final class Workplace {
    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    /** What all queues of a service share. */
    record Surroundings(
            String service,
            Deliveries deliveries,
            Codec codec,
            WorkerOptions options,
            Traces traces,
            DeadLetters deadLetters) {}

    /** Threads are cheap, and one that hangs must not be waited for: hence one each, and nothing that closes them. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final Subscription subscription;
    private final Surroundings surroundings;
    private final Semaphore workers;

    Workplace(Subscription subscription, Surroundings surroundings) {
        this.subscription = subscription;
        this.surroundings = surroundings;
        workers = new Semaphore(subscription.concurrency());
    }

    Subscription subscription() {
        return subscription;
    }

    /**
     * Attempts it as soon as a worker is free.
     *
     * @param end of the time that there is, by {@link System#nanoTime}
     */
    Future<Ending> attend(QueueMessage message, long end) {
        return threads.submit(() -> {
            MDC.put("service", surroundings.service());
            if (!workers.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return notBegun(message);
            }
            try {
                Duration left = Duration.ofNanos(end - System.nanoTime());
                return left.isPositive() ? attempt(message, left) : notBegun(message);
            } finally {
                workers.release();
            }
        });
    }

    private Ending attempt(QueueMessage message, Duration left) throws InterruptedException {
        Envelope envelope;
        try {
            envelope = surroundings.codec().fromJson(message.body(), Envelope.class);
        } catch (IllegalArgumentException notAnEnvelope) {
            return die(
                    message,
                    DeadLetter.Reason.UNREADABLE,
                    "the body is not an envelope; find out who sent it, then delete it");
        }
        identify(envelope);
        Duration limit = left.compareTo(subscription.timeout()) < 0 ? left : subscription.timeout();
        Future<Outcome> delivery = threads.submit(() -> deliver(message, envelope));
        try {
            return switch (delivery.get(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                case DONE, DUPLICATE -> new Ending.Done();
                case UNKNOWN_VERSION ->
                    die(
                            message,
                            DeadLetter.Reason.UNKNOWN_VERSION,
                            "%s has version %d, which is none of %s; teach the consumer to read it, then redrive"
                                    .formatted(
                                            envelope.type(),
                                            envelope.version(),
                                            subscription.records().keySet()));
            };
        } catch (ExecutionException failed) {
            return retryOrDie(message, envelope, Objects.requireNonNull(failed.getCause()));
        } catch (TimeoutException late) {
            delivery.cancel(true);
            return retryOrDie(
                    message,
                    envelope,
                    new DeliveryTimeout(
                            limit.equals(subscription.timeout())
                                    ? "it took longer than its timeout of %s; make it faster, or give it more"
                                            .formatted(limit)
                                    : "the invocation's time left it only %s of its timeout of %s; make batches smaller"
                                            .formatted(limit, subscription.timeout())));
        }
    }

    /** In a thread of its own, which a time limit can end. */
    private Outcome deliver(QueueMessage message, Envelope envelope) {
        identify(envelope);
        Span span = surroundings.traces().start(subscription.queue(), envelope, message.receives());
        try (Scope _ = span.makeCurrent()) {
            return surroundings.deliveries().deliver(subscription, envelope, Traces.traceparent(span));
        } catch (Throwable error) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute(ERROR_TYPE, error.getClass().getName());
            throw error;
        } finally {
            span.end();
        }
    }

    private Ending retryOrDie(QueueMessage message, Envelope envelope, Throwable error) {
        String described = Failure.describe(error, envelope, surroundings.codec());
        if (message.receives() >= subscription.maxReceives()) {
            return die(message, DeadLetter.Reason.MAX_RECEIVES, described);
        }
        Duration pause = pause(message);
        LOG.warn(
                "{} failed on {} {}, attempt {} of {}, next in {}: {}",
                subscription.queue(),
                envelope.type(),
                envelope.id(),
                message.receives(),
                subscription.maxReceives(),
                pause,
                described);
        return new Ending.Again(pause);
    }

    private Ending die(QueueMessage message, DeadLetter.Reason reason, String error) {
        LOG.error(
                "{} gave up message {} after attempt {}, {}: {}",
                subscription.queue(),
                message.messageId(),
                message.receives(),
                reason,
                error);
        try {
            surroundings.deadLetters().add(subscription, message, reason, error);
            return new Ending.Dead();
        } catch (SdkException unavailable) {
            LOG.warn(
                    "{}: message {} did not reach the dead letters; it comes again, or SQS moves it: {}",
                    subscription.queue(),
                    message.messageId(),
                    unavailable.toString());
            return new Ending.Again(pause(message));
        }
    }

    private Ending notBegun(QueueMessage message) {
        LOG.warn(
                "{} had no time for message {}; make deliveries faster, or batches smaller",
                subscription.queue(),
                message.messageId());
        return new Ending.Again(Duration.ZERO);
    }

    private Duration pause(QueueMessage message) {
        return surroundings
                .options()
                .retry()
                .pause(message.receives(), surroundings.options().random());
    }

    private void identify(Envelope envelope) {
        MDC.put("correlationId", envelope.correlationId());
        MDC.put("eventId", envelope.id());
        MDC.put("service", surroundings.service());
    }
}
