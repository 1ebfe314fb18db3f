package org.tctf.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A clock that stands until the test moves it. */
public final class MutableClock implements InstantSource {
    private final AtomicReference<Instant> now;
    private final Consumer<Instant> moved;

    public MutableClock(Instant start) {
        this(start, instant -> {});
    }

    /** @param moved told of every move, and of the start */
    MutableClock(Instant start, Consumer<Instant> moved) {
        now = new AtomicReference<>(start);
        this.moved = moved;
        moved.accept(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Sets it. */
    void set(Instant instant) {
        now.set(instant);
        moved.accept(instant);
    }

    /** Moves it; a negative duration moves it back. */
    public void advance(Duration by) {
        moved.accept(now.updateAndGet(instant -> instant.plus(by)));
    }
}
