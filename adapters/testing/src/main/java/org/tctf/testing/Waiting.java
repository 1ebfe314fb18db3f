package org.tctf.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Looks at once and then every ten milliseconds: most of what tests wait for has happened when they begin to. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Waiting() {}

    static ConditionFactory upTo(Duration patience, String what) {
        return Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(patience);
    }
}
