package org.tctf.app.console.trail;

import java.util.Map;

/**
 * How much the trail keeps.
 *
 * @param events newest events on disk; each with at most 16 KB of payload
 * @param others newest steps, spans and log lines on disk, of each so many
 * @param waiting things that may wait in memory to be written
 * @param waitingBytes roughly the bytes that may wait
 */
record Bounds(int events, int others, int waiting, long waitingBytes) {
    static final Bounds DEFAULT = new Bounds(20_000, 50_000, 16_384, 16L << 20);

    Map<String, Integer> byTable() {
        return Map.of("event", events, "step", others, "span", others, "line", others);
    }
}
