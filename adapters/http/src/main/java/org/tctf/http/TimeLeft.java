package org.tctf.http;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * How long whoever runs the platform lets a request take, where that is known: after it nobody is doing the request any
 * more, so its idempotency key must not say that somebody is.
 */
public final class TimeLeft {
    private static final String ATTRIBUTE = "org.tctf.http.time-left";

    private TimeLeft() {}

    /** @param left from now until the process is ended */
    public static void set(HttpRequest<?> request, Duration left) {
        request.setAttribute(ATTRIBUTE, left);
    }

    static Optional<Duration> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Duration.class);
    }
}
