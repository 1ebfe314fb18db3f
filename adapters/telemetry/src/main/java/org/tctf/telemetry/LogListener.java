package org.tctf.telemetry;

/** Wants every log line of a flow. Called on the thread that logs: keep it for later, return at once, never throw. */
@FunctionalInterface
public interface LogListener {
    void logged(LogLine line);
}
