package org.tctf.app.simulation;

import org.tctf.kernel.event.Deliveries.Outcome;

/** How a delivery ended. */
sealed interface Delivered {
    record Well(Outcome outcome) implements Delivered {}

    record Badly(Throwable why) implements Delivered {}
}
