package org.tctf.app.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.trail.DeliveryView;
import org.tctf.app.console.trail.Status;

/** An event's way through one queue. */
record Way(
        String queue,
        Badge status,
        List<Chip> chips,
        @Nullable String error,
        boolean isDead) {

    static Way of(DeliveryView delivery) {
        return new Way(
                delivery.queue(),
                Badge.of(delivery.status()),
                delivery.steps().stream().map(Chip::of).toList(),
                delivery.error(),
                delivery.status() == Status.DEAD);
    }
}
