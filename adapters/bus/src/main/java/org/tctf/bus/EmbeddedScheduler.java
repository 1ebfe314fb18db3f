package org.tctf.bus;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import org.tctf.kernel.Ids;
import org.tctf.kernel.service.Schedule;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.telemetry.Traces;

/**
 * The embedded twin of EventBridge Scheduler: runs the schedules of all services, each on a virtual thread, none twice at
 * a time. When it last ran is on disk: a run that was missed while the platform was down is made up for once, at the
 * start. A schedule that was never seen before runs first one interval from now. A run that ends with the process is
 * repeated, so a job must bear to be repeated.
 *
 * <p>Each run is a flow of its own: a new correlation id, and the actor {@code service:<name>}.
 */
public final class EmbeddedScheduler implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Between two looks at a clock that stands still or was set back. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private final ScheduledJob.Workings workings;
    private final List<ScheduledJob> jobs = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer;
    private final Alarm alarm;

    /** @param database stays open when the scheduler is closed */
    public EmbeddedScheduler(SqliteDatabase database, InstantSource clock, Ids ids, OpenTelemetry telemetry) {
        workings = new ScheduledJob.Workings(new ScheduleRows(database), clock, ids, new Traces(telemetry, "tctf"));
        timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("scheduler-timer").factory(),
                new ScheduledThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        alarm = new Alarm(timer, this::wake);
    }

    /** @param instances the instance of a job's class, asked for at each run */
    public void register(ServiceDefinition service, Function<Class<? extends Runnable>, ? extends Runnable> instances) {
        for (Schedule schedule : service.schedules()) {
            jobs.add(new ScheduledJob(service.name(), schedule, () -> instances.apply(schedule.job()), workings));
        }
    }

    /** Begins to run what is due. */
    public void start() {
        wake();
    }

    /** Runs what has become due; a clock that runs needs no call, one that was moved does. */
    public void wake() {
        for (ScheduledJob job : jobs) {
            Duration pause = job.pause();
            if (pause.isPositive()) {
                ringIn(pause);
            } else {
                Thread.ofVirtual().name("schedule").start(() -> {
                    job.runIfDue();
                    ringIn(job.pause());
                });
            }
        }
    }

    /**
     * Runs a schedule at once, in the calling thread, and counts it as a run.
     *
     * @param name {@code <service>/<schedule>}, or the schedule's name where only one service has it
     * @throws IllegalArgumentException when there is no such schedule, or more than one
     * @throws RuntimeException what the job throws
     */
    public void runNow(String name) {
        List<ScheduledJob> called =
                jobs.stream().filter(job -> job.isCalled(name)).toList();
        if (called.size() != 1) {
            throw new IllegalArgumentException("%d schedules are called %s; there are %s, say <service>/<schedule>"
                    .formatted(
                            called.size(),
                            name,
                            states().stream()
                                    .map(state -> state.service() + "/" + state.name())
                                    .toList()));
        }
        called.getFirst().runNow();
    }

    /** Whether no schedule runs or is due. */
    public boolean isQuiet() {
        return jobs.stream().allMatch(ScheduledJob::isQuiet);
    }

    /** All schedules, in the order of their registration. */
    public List<ScheduleState> states() {
        return jobs.stream().map(ScheduledJob::state).toList();
    }

    /** Starts no more runs, waits up to 8 s for those under way, then interrupts them. */
    @Override
    public void close() {
        timer.shutdownNow();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (ScheduledJob job : jobs) {
                job.close(until);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void ringIn(Duration pause) {
        Duration atLeast = pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
        alarm.ringBy(System.nanoTime() + atLeast.toNanos());
    }
}
