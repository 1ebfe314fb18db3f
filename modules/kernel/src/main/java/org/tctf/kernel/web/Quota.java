package org.tctf.kernel.web;

import java.time.Duration;

/**
 * How many requests one window takes.
 *
 * @param name as the {@code RateLimit-Policy} header names it
 * @param window whole seconds
 */
public record Quota(String name, int requests, Duration window) {

    /** @throws IllegalArgumentException when it would let nothing through, or the window is under a second */
    public Quota {
        if (requests < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("quota %s: %d requests in %s; use at least 1 in at least 1 second"
                    .formatted(name, requests, window));
        }
    }
}
