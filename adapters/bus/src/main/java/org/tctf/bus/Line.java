package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** What waits in a queue: for a worker, or for its time. Who waits for its time holds up nobody. */
final class Line {
    /** @param isUnderWay whether it counts as under way while it waits */
    private record Delayed(QueuedMessage message, long wakeAt, boolean isUnderWay) {}

    private final Workings workings;
    private final Runnable somethingIsReady;
    private final Alarm alarm;
    private final Deque<QueuedMessage> ready = new ArrayDeque<>();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>((a, b) -> Long.signum(a.wakeAt() - b.wakeAt()));

    /** @param somethingIsReady called without a lock, after a message became ready; returns at once */
    Line(Workings workings, Runnable somethingIsReady) {
        this.workings = workings;
        this.somethingIsReady = somethingIsReady;
        alarm = new Alarm(workings.timer(), this::wakeWhoseTimeHasCome);
    }

    /** Ready when it is due. */
    void add(QueuedMessage message) {
        Duration pause = Duration.between(workings.clock().instant(), message.due());
        if (pause.isPositive()) {
            addLater(message, pause, false);
            return;
        }
        workings.underWay().incrementAndGet();
        synchronized (this) {
            ready.add(message);
        }
        somethingIsReady.run();
    }

    /** Ready once more after this pause: what was tried and failed is under way until it is done or dead. */
    void addAgain(QueuedMessage message, Duration pause) {
        workings.underWay().incrementAndGet();
        addLater(message, pause, true);
    }

    private void addLater(QueuedMessage message, Duration pause, boolean isUnderWay) {
        long wakeAt = System.nanoTime() + pause.toNanos();
        synchronized (this) {
            delayed.add(new Delayed(message, wakeAt, isUnderWay));
        }
        alarm.ringBy(wakeAt);
    }

    /** Whoever takes a message says so when it is through with it: {@link Workings#underWay}. */
    synchronized List<QueuedMessage> take(int atMost) {
        List<QueuedMessage> taken = new ArrayList<>(Math.max(0, atMost));
        while (taken.size() < atMost && !ready.isEmpty()) {
            taken.add(ready.remove());
        }
        return taken;
    }

    /** Wakes those that are due by the clock, which may have been moved. */
    void wakeWhoIsDue() {
        Instant now = workings.clock().instant();
        synchronized (this) {
            delayed.removeIf(waiting -> {
                boolean isDue = !waiting.message().due().isAfter(now);
                if (isDue) {
                    becomesReady(waiting);
                }
                return isDue;
            });
        }
        somethingIsReady.run();
    }

    synchronized int ready() {
        return ready.size();
    }

    synchronized int delayed() {
        return delayed.size();
    }

    /** When the oldest message came; the given moment when there is none. */
    synchronized Instant oldest(Instant atLatest) {
        Instant oldest = atLatest;
        for (QueuedMessage message : ready) {
            oldest = earlier(oldest, message.enqueuedAt());
        }
        for (Delayed waiting : delayed) {
            oldest = earlier(oldest, waiting.message().enqueuedAt());
        }
        return oldest;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private void wakeWhoseTimeHasCome() {
        long now = System.nanoTime();
        synchronized (this) {
            for (Delayed next = delayed.peek(); next != null; next = delayed.peek()) {
                if (next.wakeAt() - now > 0) {
                    alarm.ringBy(next.wakeAt());
                    break;
                }
                becomesReady(delayed.remove());
            }
        }
        somethingIsReady.run();
    }

    private void becomesReady(Delayed waiting) {
        if (!waiting.isUnderWay()) {
            workings.underWay().incrementAndGet();
        }
        ready.add(waiting.message());
    }
}
