package org.tctf.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service's table keeps of a request with an idempotency key.
 *
 * @param owner who is doing it: a new id for each attempt, so that one whose lease was taken over cannot commit
 * @param fingerprint of the request, see {@link RequestSecret}
 * @param leaseEnds until then an unfinished request counts as running
 * @param keptUntil until then the key means this request
 */
record KeptRequest(
        State state,
        String owner,
        String fingerprint,
        Instant leaseEnds,
        Instant keptUntil,
        @Nullable KeptAnswer answer) {

    enum State {
        /** Somebody is doing it, or died doing it before it took effect. */
        RUNNING,
        /** It has taken effect; the answer is still to come, or was lost with who made it. */
        COMMITTED,
        /** It has been answered. */
        DONE
    }

    /** An answer, its body sealed. */
    record KeptAnswer(int status, Map<String, String> headers, String sealedBody) {}

    KeptRequest answered(KeptAnswer given) {
        return new KeptRequest(State.DONE, owner, fingerprint, leaseEnds, keptUntil, given);
    }

    /** It took effect, and nobody is doing it any more, but there is no answer that can be given again. */
    KeptRequest unanswered(Instant now) {
        return new KeptRequest(State.COMMITTED, owner, fingerprint, now, keptUntil, null);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(keptUntil);
    }

    boolean isRunning(Instant now) {
        return state != State.DONE && now.isBefore(leaseEnds);
    }
}
