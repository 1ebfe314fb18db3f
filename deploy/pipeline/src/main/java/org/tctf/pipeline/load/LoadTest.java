package org.tctf.pipeline.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * An open load: requests begin at a constant rate, each on a virtual thread of its own, and are timed from when they were
 * due. A closed loop asks less of a server that is slow, and so hides what its callers would have felt (Gil Tene, "How NOT
 * to Measure Latency": coordinated omission).
 */
public final class LoadTest {
    static final String NOT_SENT = "not sent";

    private static final int DIGITS = 3;

    private final HttpClient http;
    private final List<HttpRequest> requests;
    private final Profile profile;
    private final Consumer<String> progress;

    private final Recorder answers = new Recorder(DIGITS);
    private final Recorder counted = new Recorder(DIGITS);
    private final Recorder late = new Recorder(DIGITS);
    private final LongAdder failed = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Semaphore room;

    /**
     * @param requests sent in turn
     * @param progress gets one line each second
     */
    public LoadTest(HttpClient http, List<HttpRequest> requests, Profile profile, Consumer<String> progress) {
        this.http = http;
        this.requests = List.copyOf(requests);
        this.profile = profile;
        this.progress = progress;
        this.room = new Semaphore(profile.atMostUnderWay());
    }

    /** Runs once; returns when the last answer is there or has timed out. */
    public Result run() {
        long start = System.nanoTime();
        try (ScheduledExecutorService eachSecond = Executors.newSingleThreadScheduledExecutor();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            eachSecond.scheduleAtFixedRate(() -> report(start), 1, 1, TimeUnit.SECONDS);
            for (long i = 0; i < profile.requests() && !Thread.currentThread().isInterrupted(); i++) {
                long due = start + profile.dueNanos(i);
                HttpRequest request = requests.get((int) (i % requests.size()));
                awaitUntil(due);
                boolean counts = i >= profile.uncounted();
                if (room.tryAcquire()) {
                    threads.execute(() -> send(request, due, counts));
                } else {
                    fail(NOT_SENT, counts);
                }
            }
            threads.shutdown();
            threads.awaitTermination(profile.timeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
            eachSecond.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        report(start);
        Map<String, Long> kinds = new TreeMap<>();
        failures.forEach((kind, times) -> kinds.put(kind, times.sum()));
        return new Result(
                Duration.ofNanos(System.nanoTime() - start).minus(profile.ramp()),
                counted.getIntervalHistogram(),
                late.getIntervalHistogram(),
                Map.copyOf(kinds));
    }

    private void send(HttpRequest request, long due, boolean counts) {
        if (counts) {
            late.recordValue(microsSince(due));
        }
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                fail(Integer.toString(status), counts);
            }
        } catch (IOException none) {
            fail(none.getClass().getSimpleName(), counts);
        } catch (InterruptedException stopped) {
            fail(NOT_SENT, counts);
            Thread.currentThread().interrupt();
        } finally {
            long micros = microsSince(due);
            answers.recordValue(micros);
            if (counts) {
                counted.recordValue(micros);
            }
            room.release();
        }
    }

    private void fail(String kind, boolean counts) {
        failed.increment();
        if (counts) {
            failures.computeIfAbsent(kind, key -> new LongAdder()).increment();
        }
    }

    private void report(long start) {
        Histogram second = answers.getIntervalHistogram();
        progress.accept("%4d s  %,7d answers  p50 %8.1f ms  p99 %8.1f ms  %,6d under way  %,d failed"
                .formatted(
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                        second.getTotalCount(),
                        second.getValueAtPercentile(50) / 1e3,
                        second.getValueAtPercentile(99) / 1e3,
                        profile.atMostUnderWay() - room.availablePermits(),
                        failed.sum()));
    }

    private static void awaitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private static long microsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - nanos));
    }
}
