package org.tctf.communication.application;

import java.time.Duration;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.communication.domain.Urgency;

/** Port: browsers' push services. */
public interface PushCarrier {
    /**
     * What is pushed.
     *
     * @param id the message's
     * @param payload what the browser gets, JSON
     * @param topic of two with the same that wait at the push service, it keeps the newer; 32 characters of base64url
     */
    record Push(String id, BrowserSubscription to, String payload, String topic, Urgency urgency) {
        @Override
        public String toString() {
            return "Push[%s]".formatted(id);
        }
    }

    /** What became of it. */
    sealed interface Outcome {
        record Taken(String provider) implements Outcome {}

        /** It will never be taken. */
        record Refused() implements Outcome {}

        /** The browser is not there any more. */
        record Gone() implements Outcome {}

        /** Not now: the push service says when to ask again. */
        record Later(Duration after) implements Outcome {}
    }

    /**
     * @throws Carriers.NoneAvailable when it was not taken; try again later
     */
    Outcome carry(Push push);
}
