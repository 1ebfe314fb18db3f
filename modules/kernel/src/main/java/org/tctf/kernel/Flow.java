package org.tctf.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ties one cause to all its effects: bound by whoever receives a request, an event or a schedule, and stamped on
 * every event, log line and span below it.
 *
 * @param correlationId the same from the first request to the last reaction
 * @param causationId the event that led here, if one did
 * @param actor who acts: a member's id, or {@code service:<name>} for a schedule or consumer without one, or
 *     {@code anonymous}
 * @param traceparent W3C Trace Context (level 1 §3.2), if the call is traced
 */
public record Flow(
        String correlationId,
        @Nullable String causationId,
        String actor,
        @Nullable String traceparent) {

    private static final ScopedValue<Flow> CURRENT = ScopedValue.newInstance();

    /** The flow that the calling thread works for. */
    public static Optional<Flow> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does the work inside this flow. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Does the work inside this flow. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
