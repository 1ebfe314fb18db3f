package org.tctf.kernel.event;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Flow;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.CommitMark;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Hands one message to its consumer, once: the same code behind the embedded queues and behind SQS.
 */
public final class Deliveries {

    /** How a delivery ended that did not throw. */
    public enum Outcome {
        /** The consumer did it now. */
        DONE,
        /** It was done before; the message can go. */
        DUPLICATE,
        /** The consumer doesn't know this version yet: park the message, count it, keep it for redrive. */
        UNKNOWN_VERSION
    }

    private final ServiceTable table;
    private final Codec codec;
    private final Function<Class<?>, ?> consumers;

    /** @param consumers the instance of a consumer's class */
    public Deliveries(ServiceTable table, Codec codec, Function<Class<?>, ?> consumers) {
        this.table = table;
        this.codec = codec;
        this.consumers = consumers;
    }

    /** Whatever the consumer throws comes out unchanged: not done, try again later. */
    public Outcome deliver(Subscription subscription, Envelope envelope) {
        return deliver(subscription, envelope, envelope.traceparent());
    }

    /**
     * The same inside a span of its own.
     *
     * @param traceparent of the delivery's span: what the consumer raises becomes its child
     */
    public Outcome deliver(Subscription subscription, Envelope envelope, @Nullable String traceparent) {
        Class<?> record = subscription.recordFor(envelope.version()).orElse(null);
        if (record == null) {
            return Outcome.UNKNOWN_VERSION;
        }
        Key done = Inbox.DONE.key(subscription.queue(), envelope.id());
        if (table.get(done, Inbox.Done.class).isPresent()) {
            return Outcome.DUPLICATE;
        }
        Object event = record == Envelope.class ? envelope : codec.fromJson(envelope.data(), record);
        Flow flow = new Flow(envelope.correlationId(), envelope.id(), envelope.actor(), traceparent);
        CommitMark mark = CommitMark.ofOnlyCommit(
                table.service(),
                now -> Change.none()
                        .create(Row.of(done, new Inbox.Done(now, envelope.type()))
                                .expires(now.plus(Inbox.KEPT))));
        try {
            return flow.call(() -> mark.call(() -> {
                consumer(subscription).on(event, envelope);
                return Outcome.DONE;
            }));
        } catch (ConditionFailed lost) {
            if (lost.key().equals(done)) {
                return Outcome.DUPLICATE;
            }
            throw lost;
        }
    }

    @SuppressWarnings("unchecked") // the definition's builder pairs the record with a consumer of that record
    private EventConsumer<Object> consumer(Subscription subscription) {
        return (EventConsumer<Object>) consumers.apply(subscription.consumer());
    }
}
