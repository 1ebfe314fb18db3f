package org.tctf.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;

/**
 * Counters in this process's memory: exact for one process, forgotten at its end. At most 200,000 buckets (about 40 MB);
 * beyond that the least used are forgotten, which lets through more, never less.
 */
@Singleton
@Secondary
public final class CaffeineRateCounters implements RateCounters {

    private record Window(int count, Instant end) {

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }

        Duration length(Instant now) {
            return Duration.between(now, end);
        }
    }

    private static final int MAX_BUCKETS = 200_000;

    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfter(Expiry.<String, Window>creating((bucket, window) -> Duration.ofDays(1)))
            .build();

    @Override
    public Standing count(String bucket, Quota quota, Instant now) {
        // Whether THIS request fitted can only be known inside the atomic step.
        boolean[] fitted = new boolean[1];
        Window window = windows.asMap().compute(bucket, (key, current) -> {
            Window open = open(current, quota, now);
            fitted[0] = open.count() < quota.requests();
            return fitted[0] ? new Window(open.count() + 1, open.end()) : open;
        });
        return standing(window, quota, now, fitted[0]);
    }

    private static Window open(@Nullable Window current, Quota quota, Instant now) {
        return current == null || current.isOver(now) ? new Window(0, now.plus(quota.window())) : current;
    }

    private static Standing standing(Window window, Quota quota, Instant now, boolean isAllowed) {
        return new Standing(isAllowed, Math.max(0, quota.requests() - window.count()), window.length(now));
    }
}
