package org.tctf.app.console.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.trail.DeliveryView;
import org.tctf.app.console.trail.Status;
import org.tctf.app.console.trail.StepKind;
import org.tctf.app.console.trail.StepView;

/** An event's way through one queue. */
record Way(String queue, List<Chip> chips, @Nullable String error, boolean isDead) {

    static Way of(DeliveryView delivery) {
        return new Way(delivery.queue(), chips(delivery.steps()), delivery.error(), delivery.status() == Status.DEAD);
    }

    /** A delivery that has ended needs no word about its beginning. */
    private static List<Chip> chips(List<StepView> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).kind() != StepKind.DELIVERING || i == steps.size() - 1)
                .mapToObj(i -> Chip.of(steps.get(i)))
                .toList();
    }
}
