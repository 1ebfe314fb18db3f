package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import org.tctf.blueprint.ScheduledRun;
import org.tctf.kernel.Ids;
import org.tctf.kernel.service.Schedule;
import org.tctf.telemetry.Traces;

/**
 * The service's schedules, from EventBridge Scheduler. A run that fails is an error of the function: the scheduler tries
 * again, and in the end it lies in the schedule's dead-letter queue. One at a time, because the function has a reserved
 * concurrency of one.
 */
public final class SchedulesFunction extends ServiceFunction {
    public SchedulesFunction() {
        this(Container.ofProcess());
    }

    SchedulesFunction(Container container) {
        super(container);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        run(schedule(event.path(ScheduledRun.SCHEDULE).asText()));
        return Json.MAPPER.createObjectNode();
    }

    /** Makes the jobs with all that they need, and runs none. */
    @Override
    void prime() {
        service().schedules().forEach(schedule -> beans().getBean(schedule.job()));
        Priming.flags(beans(), service());
    }

    private Schedule schedule(String name) {
        return service().schedules().stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no schedule '%s'; deploy its stack again"
                        .formatted(service().name(), name)));
    }

    private void run(Schedule schedule) {
        Runnable job = beans().getBean(schedule.job());
        String correlationId = beans().getBean(Ids.class).next().toString();
        beans().getBean(Traces.class).run(service().name(), schedule.name(), correlationId, job);
    }
}
