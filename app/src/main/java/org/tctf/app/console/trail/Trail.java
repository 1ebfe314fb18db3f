package org.tctf.app.console.trail;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.bus.BusObserver;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.telemetry.EndedSpan;
import org.tctf.telemetry.LogLine;
import org.tctf.telemetry.LogListener;
import org.tctf.telemetry.SpanListener;

/**
 * The console's memory of every flow. Whoever tells it something only puts it into a bounded queue; one thread writes what
 * has gathered in one transaction. Under load it keeps whole flows or nothing of them, as the trace's sampling decided,
 * but whatever failed is always kept. It survives a restart.
 */
public final class Trail implements BusObserver, SpanListener, LogListener, AutoCloseable {
    private final InstantSource clock;
    private final HiddenFields hidden;
    private final TrailWriter writer;

    private Trail(InstantSource clock, HiddenFields hidden, TrailWriter writer) {
        this.clock = clock;
        this.hidden = hidden;
        this.writer = writer;
    }

    /** The trail in this file; an empty one if there is no such file. The file is opened when it is first needed. */
    public static Trail in(Path file, InstantSource clock, HiddenFields hidden) {
        return in(file, clock, hidden, Bounds.DEFAULT);
    }

    static Trail in(Path file, InstantSource clock, HiddenFields hidden, Bounds bounds) {
        TrailWriter writer = new TrailWriter(new TrailFile(file), new TrailTables(hidden), bounds);
        writer.start();
        return new Trail(clock, hidden, writer);
    }

    @Override
    public void published(Envelope envelope, List<String> queues) {
        step(StepKind.PUBLISHED, envelope, queues, 0, null, null, null);
    }

    @Override
    public void delivering(String queue, Envelope envelope, int attempt) {
        step(StepKind.DELIVERING, envelope, List.of(queue), attempt, null, null, null);
    }

    @Override
    public void delivered(String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
        step(StepKind.valueOf(outcome.name()), envelope, List.of(queue), attempt, took, null, null);
    }

    @Override
    public void failed(String queue, Envelope envelope, int attempt, Throwable error, Instant nextAttempt) {
        step(StepKind.FAILED, envelope, List.of(queue), attempt, null, hidden.shown(error, envelope), nextAttempt);
    }

    @Override
    public void deadLettered(String queue, Envelope envelope, int attempts, String reason, String error) {
        step(StepKind.DEAD_LETTERED, envelope, List.of(queue), attempts, null, reason + ": " + error, null);
    }

    @Override
    public void redriven(String queue, Envelope envelope) {
        step(StepKind.REDRIVEN, envelope, List.of(queue), 0, null, null, null);
    }

    @Override
    public void discarded(String queue, Envelope envelope) {
        step(StepKind.DISCARDED, envelope, List.of(queue), 0, null, null, null);
    }

    @Override
    public void ended(EndedSpan span) {
        writer.offer(new Recorded.Span(span));
    }

    @Override
    public void logged(LogLine line) {
        writer.offer(new Recorded.Line(line));
    }

    /** What somebody wants to know. */
    @FunctionalInterface
    public interface Question<T> {
        T of(TrailQueries trail) throws SQLException;
    }

    /** Answers a question about everything that was told before the call. */
    public <T> T ask(Question<T> question) {
        return writer.upToDate().read(session -> question.of(new TrailQueries(session)));
    }

    /** What could not be kept since the start. */
    public Losses losses() {
        return writer.losses();
    }

    @Override
    public void close() {
        writer.close();
    }

    private void step(
            StepKind kind,
            Envelope envelope,
            List<String> queues,
            int attempt,
            @Nullable Duration took,
            @Nullable String detail,
            @Nullable Instant next) {
        writer.offer(new Recorded.Step(kind, clock.instant(), envelope, queues, attempt, took, detail, next));
    }
}
