package org.tctf.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Flow;
import org.tctf.kernel.event.Deliveries.Outcome;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** The mistakes that the simulation is there to find, made on purpose: it finds each within a few seeds. */
class BrokenOnPurposeTest {
    private static final int A_FEW = 5;

    /** A consumer's effect without the mark in its inbox: a second delivery does it again. */
    private static final Deliverer WITHOUT_INBOX = (life, parcel) -> {
        Envelope envelope = parcel.envelope();
        Class<?> read = parcel.subscription().recordFor(envelope.version()).orElseThrow();
        Object event = read == Envelope.class ? envelope : life.codec().fromJson(envelope.data(), read);
        new Flow(envelope.correlationId(), envelope.id(), envelope.actor(), null)
                .run(() -> consumer(life, parcel).on(event, envelope));
        return Outcome.DONE;
    };

    /** The queue forgets a message when somebody takes it, not when it is done. */
    private static final Deliverer FORGOTTEN_TOO_SOON = new Deliverer() {
        @Override
        public Outcome deliver(Life life, Parcel parcel) {
            return RIGHT.deliver(life, parcel);
        }

        @Override
        public boolean forgetsFirst() {
            return true;
        }
    };

    @Test
    void aConsumerWithoutAnInboxIsFound() {
        assertThat(firstFound(WITHOUT_INBOX)).anyMatch(broken -> broken.startsWith("no delivery takes effect twice"));
    }

    @Test
    void aQueueThatForgetsBeforeTheCommitIsFound() {
        assertThat(firstFound(FORGOTTEN_TOO_SOON)).anyMatch(broken -> broken.startsWith("no delivery is lost"));
    }

    private static List<String> firstFound(Deliverer deliverer) {
        return LongStream.rangeClosed(1, A_FEW)
                .mapToObj(seed -> Story.of(seed, deliverer).broken())
                .filter(broken -> !broken.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked") // the definition's builder pairs the record with a consumer of that record
    private static EventConsumer<Object> consumer(Life life, Parcel parcel) {
        return (EventConsumer<Object>) life.bean(parcel.subscription().consumer());
    }
}
