package org.tctf.app.console.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event's way through one queue.
 *
 * @param attempts how often it has been delivered
 * @param error of the last failure, unless it was done since
 * @param nextAttemptAt when it will be tried again, if it will
 */
public record DeliveryView(
        String queue,
        Status status,
        int attempts,
        @Nullable String error,
        @Nullable Instant nextAttemptAt,
        List<StepView> steps) {

    /** The ways through all queues that an event's steps tell of. */
    static List<DeliveryView> of(List<StepView> steps) {
        Map<String, List<StepView>> byQueue = new LinkedHashMap<>();
        for (StepView step : steps) {
            for (String queue : step.queues()) {
                byQueue.computeIfAbsent(queue, any -> new ArrayList<>()).add(step);
            }
        }
        return byQueue.entrySet().stream()
                .map(way -> of(way.getKey(), way.getValue()))
                .toList();
    }

    private static DeliveryView of(String queue, List<StepView> steps) {
        Status status = Status.after(steps.getLast().kind());
        boolean isOver = status == Status.DONE || status == Status.DISCARDED;
        String error = null;
        for (StepView step : steps) {
            error = step.detail() == null ? error : step.detail();
        }
        return new DeliveryView(
                queue,
                status,
                steps.stream().mapToInt(StepView::attempt).max().orElse(0),
                isOver ? null : error,
                status == Status.RETRYING ? steps.getLast().nextAttemptAt() : null,
                List.copyOf(steps));
    }
}
