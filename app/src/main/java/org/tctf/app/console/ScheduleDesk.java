package org.tctf.app.console;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.bus.EmbeddedScheduler;
import org.tctf.bus.ScheduleState;
import org.tctf.kernel.Problem;

/** All schedules, and running one before its time. */
@ConsoleOnly
@Singleton
public final class ScheduleDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleDesk.class);

    private final EmbeddedScheduler scheduler;

    ScheduleDesk(EmbeddedScheduler scheduler) {
        this.scheduler = scheduler;
    }

    public List<ScheduleState> states() {
        return scheduler.states();
    }

    /**
     * Runs it in the calling thread.
     *
     * @param name of the schedule, or {@code service/name} where two services have one of that name
     * @throws Problem {@code SCHEDULE_NOT_FOUND}, {@code SCHEDULE_FAILED}
     */
    public void run(String name) {
        if (states().stream()
                .noneMatch(state -> name.equals(state.name()) || name.equals(state.service() + "/" + state.name()))) {
            throw Problem.notFound("SCHEDULE_NOT_FOUND", "There is no schedule %s.".formatted(name));
        }
        try {
            scheduler.runNow(name);
        } catch (RuntimeException failed) {
            LOG.error("schedule {} failed when it was run by hand", name, failed);
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "SCHEDULE_FAILED",
                    "Schedule %s failed; the log says why.".formatted(name));
        }
    }
}
