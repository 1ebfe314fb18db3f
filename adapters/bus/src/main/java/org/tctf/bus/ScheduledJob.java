package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.Ids;
import org.tctf.kernel.service.Schedule;
import org.tctf.telemetry.Traces;

/** One schedule and its runs, one after the other. */
final class ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

    /** What all schedules share. */
    record Workings(ScheduleRows rows, InstantSource clock, Ids ids, Traces traces) {}

    private final String service;
    private final Schedule schedule;
    private final Supplier<? extends Runnable> job;
    private final Workings workings;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile ScheduleRows.LastRun last;
    private volatile @Nullable Thread running;

    ScheduledJob(String service, Schedule schedule, Supplier<? extends Runnable> job, Workings workings) {
        this.service = service;
        this.schedule = schedule;
        this.job = job;
        this.workings = workings;
        last = workings.rows()
                .lastRun(service, schedule.name(), workings.clock().instant());
    }

    /** Whether it goes by this name: {@code <service>/<schedule>}, or the schedule's alone. */
    boolean isCalled(String name) {
        return name.equals(schedule.name()) || name.equals(service + "/" + schedule.name());
    }

    ScheduleState state() {
        ScheduleRows.LastRun run = last;
        return new ScheduleState(
                service, schedule.name(), schedule.every(), run.at(), run.at().plus(schedule.every()), run.error());
    }

    /** How long until it is due; zero or less when it is. */
    Duration pause() {
        return Duration.between(workings.clock().instant(), state().next());
    }

    /** Whether it neither runs nor is due. */
    boolean isQuiet() {
        return !turn.isLocked() && pause().isPositive();
    }

    /** Runs it when it is due and does not run already. A failure is logged and waits for the next turn. */
    void runIfDue() {
        if (turn.tryLock()) {
            try {
                if (!pause().isPositive()) {
                    run();
                }
            } catch (RuntimeException | Error failed) {
                LOG.error("{}/{} failed; its next turn is {}", service, schedule.name(), state().next(), failed);
            } finally {
                turn.unlock();
            }
        }
    }

    /** Runs it, after the run that is under way if there is one; throws what the job throws. */
    void runNow() {
        turn.lock();
        try {
            run();
        } finally {
            turn.unlock();
        }
    }

    /** Waits for the run that is under way; interrupts it when it is not over by then. */
    void close(long untilNanoTime) throws InterruptedException {
        if (turn.tryLock(untilNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            turn.unlock();
            return;
        }
        Thread late = running;
        if (late != null) {
            late.interrupt();
        }
    }

    /** The run is recorded when it is over: one that the process died in is made up for. */
    private void run() {
        Instant begun = workings.clock().instant();
        String correlationId = workings.ids().next().toString();
        String error = null;
        running = Thread.currentThread();
        try {
            workings.traces()
                    .run(
                            service,
                            schedule.name(),
                            correlationId,
                            () -> job.get().run());
        } catch (RuntimeException | Error failed) {
            error = failed.toString();
            throw failed;
        } finally {
            running = null;
            last = new ScheduleRows.LastRun(begun, error);
            workings.rows().ran(service, schedule.name(), last);
        }
    }
}
