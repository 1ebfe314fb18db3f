package org.tctf.flags;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.flag.FeatureFlags;
import org.tctf.kernel.flag.Flag;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * Flags of a {@link FlagSource}, known in memory.
 *
 * <p>The source is asked on use, once what is known is too old, by a thread of its own; whoever is there then waits for the
 * answer, never longer than the given patience after it was asked. A timer would ask for flags that nobody uses, and does
 * not run while a Lambda environment is frozen; not to wait would let the first use after a quiet hour act on what was true
 * an hour ago. An answer that comes too late for those who waited still counts. Until it has come, or failed, the source is
 * not asked again, so one that hangs holds one thread.
 *
 * <p>What makes no sense is logged once, and again when it changes; so is every flag that is turned.
 */
public final class PolledFlags implements FeatureFlags {
    private static final Logger LOG = LoggerFactory.getLogger(PolledFlags.class);

    /** When the source was asked, by the clock and by {@link System#nanoTime()}. */
    private record Question(Instant at, long nanos, CountDownLatch answered) {
        boolean isOpen() {
            return answered.getCount() > 0;
        }
    }

    private final FlagSource source;
    private final List<ServiceDefinition> services;
    private final InstantSource clock;
    private final Duration knownFor;
    private final Duration patience;
    private @Nullable Question last;
    private volatile KnownFlags known = KnownFlags.NOTHING;
    private volatile String trouble = "";

    /**
     * @param services whose flags these are
     * @param knownFor how old what is known may be
     * @param patience how long a use may wait
     */
    public PolledFlags(
            FlagSource source,
            List<ServiceDefinition> services,
            InstantSource clock,
            Duration knownFor,
            Duration patience) {
        this.source = source;
        this.services = List.copyOf(services);
        this.clock = clock;
        this.knownFor = knownFor;
        this.patience = patience;
    }

    @Override
    public boolean isOn(ServiceDefinition service, String name) {
        Flag flag = service.flag(name);
        await(question(false));
        return known.turned().getOrDefault(KnownFlags.key(service, flag), flag.isOnByDefault());
    }

    /** Asks the source now, and doesn't wait: what is known is from another time, or nothing is. */
    public void renew() {
        question(true);
    }

    /** All flags of all services, as they stand. */
    public List<TurnedFlag> all() {
        await(question(false));
        KnownFlags now = known;
        return services.stream()
                .flatMap(service -> service.flags().stream().map(flag -> {
                    Boolean said = now.turned().get(KnownFlags.key(service, flag));
                    return new TurnedFlag(
                            service.name(),
                            flag,
                            Objects.requireNonNullElse(said, flag.isOnByDefault()),
                            said == null ? "its definition" : source.name());
                }))
                .toList();
    }

    /** What is wrong with the source or what it says, one sentence each; empty when nothing is. */
    public List<String> complaints() {
        return Stream.concat(Stream.of(trouble), known.wrong().stream())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Where flags are turned. */
    public String source() {
        return source.name();
    }

    private synchronized Question question(boolean isUrgent) {
        Question before = last;
        if (before != null && (before.isOpen() || (isFresh(before) && !isUrgent))) {
            return before;
        }
        Question next = new Question(clock.instant(), System.nanoTime(), new CountDownLatch(1));
        last = next;
        // Not a virtual thread: a file system that hangs would take one of the few carriers with it.
        Thread.ofPlatform().daemon().name("flags").start(() -> ask(next));
        return next;
    }

    /** Nor is it when the clock was set back. */
    private boolean isFresh(Question before) {
        Instant now = clock.instant();
        return !now.isBefore(before.at()) && now.isBefore(before.at().plus(knownFor));
    }

    private void await(Question question) {
        long left = patience.toNanos() - (System.nanoTime() - question.nanos());
        if (!question.isOpen() || left <= 0) {
            return;
        }
        try {
            if (!question.answered().await(left, TimeUnit.NANOSECONDS)) {
                inTrouble("%s has not answered within %d ms".formatted(source.name(), patience.toMillis()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Question question) {
        try {
            source.read().ifPresent(said -> learn(known.after(said, services, source.name())));
            trouble = "";
        } catch (RuntimeException failed) {
            inTrouble(String.valueOf(failed.getMessage()));
        } finally {
            question.answered().countDown();
        }
    }

    private void inTrouble(String what) {
        String sentence = what + "; flags stay as they were.";
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            LOG.warn("{}", sentence);
        }
    }

    private void learn(KnownFlags now) {
        KnownFlags before = known;
        known = now;
        if (!now.wrong().equals(before.wrong())) {
            now.wrong().forEach(sentence -> LOG.warn("{}", sentence));
        }
        for (ServiceDefinition service : services) {
            for (Flag flag : service.flags()) {
                String key = KnownFlags.key(service, flag);
                boolean was = before.turned().getOrDefault(key, flag.isOnByDefault());
                boolean is = now.turned().getOrDefault(key, flag.isOnByDefault());
                if (was != is) {
                    LOG.info("{} is {} now, says {}.", key, KnownFlags.word(is), source.name());
                }
            }
        }
    }
}
