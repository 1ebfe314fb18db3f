package org.tctf.bus;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings once at the earliest of the moments it was set to; whoever hears it sets it again. One armed timer per alarm, so
 * that a hundred thousand waiting messages cost one timer and an idle bus none. A ring too many is harmless.
 *
 * <p>Moments are {@link System#nanoTime()}: a pause must not end early or late because somebody set the clock.
 */
final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final ScheduledExecutorService timer;
    private final Runnable work;
    private long setTo;
    private @Nullable Future<?> armed;

    /** @param work returns at once: all alarms share the timer's thread */
    Alarm(ScheduledExecutorService timer, Runnable work) {
        this.timer = timer;
        this.work = work;
    }

    /** Rings at this moment or before. */
    synchronized void ringBy(long nanoTime) {
        if (armed != null) {
            if (setTo - nanoTime <= 0) {
                return;
            }
            armed.cancel(false);
        }
        setTo = nanoTime;
        armed = timer.schedule(this::ring, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void ring() {
        synchronized (this) {
            armed = null;
        }
        try {
            work.run();
        } catch (RuntimeException bug) {
            LOG.error("A timer's work failed; what it was for waits for the next turn", bug);
        }
    }
}
