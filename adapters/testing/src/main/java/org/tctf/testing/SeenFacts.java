package org.tctf.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tctf.bus.BusObserver;
import org.tctf.kernel.event.Envelope;

/** What was published, in order. */
final class SeenFacts implements BusObserver {
    private final List<Envelope> facts = new CopyOnWriteArrayList<>();

    @Override
    public void published(Envelope envelope, List<String> queues) {
        facts.add(envelope);
    }

    List<Envelope> of(String type) {
        return facts.stream().filter(fact -> fact.type().equals(type)).toList();
    }
}
