package org.tctf.telemetry;

/** Wants every recorded span. Called on the thread that did the work: keep it for later, return at once, never throw. */
@FunctionalInterface
public interface SpanListener {
    void ended(EndedSpan span);
}
