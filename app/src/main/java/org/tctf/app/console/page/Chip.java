package org.tctf.app.console.page;

import java.time.Duration;
import org.tctf.app.console.trail.StepView;

/** One step of a way through a queue, in few words. */
record Chip(String tone, String label, String iso, String time) {

    static Chip of(StepView step) {
        String took = step.tookMs() == null ? "" : " · " + Text.millis(step.tookMs());
        String nth = "attempt " + step.attempt();
        return switch (step.kind()) {
            case PUBLISHED -> of(step, "mute", "matched");
            case DELIVERING -> of(step, "info", nth + " began");
            case DONE -> of(step, "ok", nth + " done" + took);
            case DUPLICATE -> of(step, "ok", nth + ": done before" + took);
            case UNKNOWN_VERSION -> of(step, "bad", "unknown version: parked");
            case FAILED -> of(step, "warn", nth + " failed" + took + next(step));
            case DEAD_LETTERED -> of(step, "bad", "dead letter after " + step.attempt() + took);
            case REDRIVEN -> of(step, "info", "redriven by hand");
            case DISCARDED -> of(step, "mute", "discarded by hand");
        };
    }

    private static String next(StepView step) {
        return step.nextAttemptAt() == null
                ? ""
                : " → again in " + Text.duration(Duration.between(step.at(), step.nextAttemptAt()));
    }

    private static Chip of(StepView step, String tone, String label) {
        return new Chip(tone, label, step.at().toString(), Text.time(step.at()));
    }
}
