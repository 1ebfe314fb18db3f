package org.tctf.bus;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.DeliveryTimeout;
import org.tctf.kernel.event.Envelope;
import org.tctf.telemetry.Traces;

/**
 * One attempt at one message, on a virtual thread of its own. It ends once: by what the consumer does, or by the
 * visibility timeout. Whatever a consumer does after its timeout is ignored here; the inbox sees to it that the effect
 * happens once all the same.
 */
final class Delivery implements Runnable {
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final MessageQueue queue;
    private final QueuedMessage message;
    private final Envelope envelope;
    private final int attempt;
    private final long begun = System.nanoTime();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    Delivery(MessageQueue queue, QueuedMessage message, Envelope envelope, int attempt) {
        this.queue = queue;
        this.message = message;
        this.envelope = envelope;
        this.attempt = attempt;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        if (isOver.get()) {
            return;
        }
        MDC.put("correlationId", envelope.correlationId());
        MDC.put("eventId", envelope.id());
        MDC.put("service", queue.service());
        Span span = queue.traces().start(queue.name(), envelope, attempt);
        try (Scope _ = span.makeCurrent()) {
            Outcome outcome = queue.deliver(this, Traces.traceparent(span));
            if (isOver.compareAndSet(false, true)) {
                queue.ended(this, outcome);
            }
        } catch (Throwable error) {
            // Also errors: a consumer that runs out of stack must not take its queue's worker with it.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute(ERROR_TYPE, error.getClass().getName());
            if (isOver.compareAndSet(false, true)) {
                queue.failed(this, error);
            }
        } finally {
            span.end();
            MDC.clear();
        }
    }

    /** The time is up: the message may be delivered again, the thread should stop. */
    void expire(String why) {
        if (isOver.compareAndSet(false, true)) {
            interrupt();
            queue.expired(this, new DeliveryTimeout(why));
        }
    }

    /** The bus closes: as if the process had ended here. */
    void abandon() {
        if (isOver.compareAndSet(false, true)) {
            interrupt();
        }
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    long deadline() {
        return begun + queue.subscription().timeout().toNanos();
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    QueuedMessage message() {
        return message;
    }

    Envelope envelope() {
        return envelope;
    }

    int attempt() {
        return attempt;
    }
}
