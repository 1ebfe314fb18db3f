package org.tctf.blueprint;

import org.tctf.kernel.service.Schedule;

/** What the scheduler sends to a service's schedules function. */
public final class ScheduledRun {
    /** The field with the schedule's name. */
    public static final String SCHEDULE = "schedule";

    private ScheduledRun() {}

    public static String event(Schedule schedule) {
        return "{\"%s\":\"%s\"}".formatted(SCHEDULE, schedule.name());
    }
}
