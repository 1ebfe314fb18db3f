package org.tctf.bus;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All observers of a bus. One that throws is logged and harms neither the message nor the other observers. */
final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<BusObserver> observers;

    Observers(List<BusObserver> observers) {
        this.observers = observers;
    }

    void tell(Consumer<BusObserver> step) {
        for (BusObserver observer : observers) {
            try {
                step.accept(observer);
            } catch (RuntimeException | Error broken) {
                LOG.warn(
                        "{} failed to take notice of a message",
                        observer.getClass().getName(),
                        broken);
            }
        }
    }
}
