package org.tctf.app.simulation;

import java.time.Instant;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/** A message in a queue. Whoever receives it has it alone for a while; then it is there again, unless it was deleted. */
final class Parcel {
    private final ServiceDefinition service;
    private final Subscription subscription;
    private final Envelope envelope;
    private Instant visibleAt;
    private int failures;

    Parcel(ServiceDefinition service, Subscription subscription, Envelope envelope, Instant visibleAt) {
        this.service = service;
        this.subscription = subscription;
        this.envelope = envelope;
        this.visibleAt = visibleAt;
    }

    ServiceDefinition service() {
        return service;
    }

    Subscription subscription() {
        return subscription;
    }

    Envelope envelope() {
        return envelope;
    }

    Instant visibleAt() {
        return visibleAt;
    }

    boolean isVisible(Instant now) {
        return !visibleAt.isAfter(now);
    }

    /** Received: nobody else gets it until the timeout is over. */
    void hide(Instant now) {
        visibleAt = now.plus(subscription.timeout());
    }

    void visibleAgain(Instant at) {
        visibleAt = at;
    }

    /** @return how many times it has failed by now */
    int failed() {
        return ++failures;
    }

    /** What it is and where it goes, as the trail and a complaint name it. */
    String label() {
        return "%s %s to %s".formatted(envelope.type(), envelope.id(), subscription.queue());
    }
}
