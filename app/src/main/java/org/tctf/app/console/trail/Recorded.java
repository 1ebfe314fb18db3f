package org.tctf.app.console.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.telemetry.EndedSpan;
import org.tctf.telemetry.LogLine;

/** One thing to remember, on its way into the trail. */
sealed interface Recorded {
    /** What an object of a dozen fields takes beside its texts. */
    int OVERHEAD = 500;

    /** Roughly what it takes in memory while it waits. */
    int bytes();

    /** Whether it belongs to a flow that is left out because there are too many. */
    default boolean isSampledOut() {
        return false;
    }

    /** A step of a message. */
    record Step(
            StepKind kind,
            Instant at,
            Envelope envelope,
            List<String> queues,
            int attempt,
            @Nullable Duration took,
            @Nullable String detail,
            @Nullable Instant next)
            implements Recorded {

        @Override
        public int bytes() {
            return OVERHEAD + 2 * envelope.data().length() + (detail == null ? 0 : 2 * detail.length());
        }

        /** The flow's own trace says whether it is one of those that are recorded; trouble always is. */
        @Override
        public boolean isSampledOut() {
            String traceparent = envelope.traceparent();
            return traceparent != null && traceparent.endsWith("-00") && !kind.isTrouble();
        }

        /** The same step, knowing when the delivery began that it ends. */
        Step begunAt(Instant begin) {
            return took != null
                    ? this
                    : new Step(kind, at, envelope, queues, attempt, Duration.between(begin, at), detail, next);
        }
    }

    /** A piece of work that is over. */
    record Span(EndedSpan span) implements Recorded {
        @Override
        public int bytes() {
            return OVERHEAD + 64 * span.attributes().size();
        }
    }

    /** A log line. */
    record Line(LogLine line) implements Recorded {
        @Override
        public int bytes() {
            String error = line.error();
            return OVERHEAD + 2 * line.message().length() + (error == null ? 0 : 2 * error.length());
        }
    }
}
