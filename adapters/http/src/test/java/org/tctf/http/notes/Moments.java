package org.tctf.http.notes;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens around a note's commit, as a test wants it. */
@Singleton
public class Moments {
    public volatile Runnable before = () -> {};
    public volatile Runnable after = () -> {};
    public final AtomicInteger effects = new AtomicInteger();

    void before() {
        before.run();
    }

    void after() {
        effects.incrementAndGet();
        after.run();
    }

    public void reset() {
        before = () -> {};
        after = () -> {};
        effects.set(0);
    }
}
