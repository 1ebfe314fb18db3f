package org.tctf.app.console.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Most deliveries begin and end within one batch. Then the end, with the time it took, says it all, and the trail is half
 * as long. What hangs, or takes longer than a batch, keeps its beginning.
 */
final class DeliveryEnds {

    private record Delivery(String event, List<String> queue, int attempt) {}

    private DeliveryEnds() {}

    /** The batch without such beginnings, in the same order. */
    static List<Recorded> joined(List<Recorded> batch) {
        List<Recorded> kept = new ArrayList<>(batch);
        Map<Delivery, Integer> begun = new HashMap<>();
        Set<Integer> superfluous = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof Recorded.Step step) {
                Delivery delivery = new Delivery(step.envelope().id(), step.queues(), step.attempt());
                if (step.kind() == StepKind.DELIVERING) {
                    begun.put(delivery, i);
                } else if (step.kind().endsDelivery() && begun.get(delivery) instanceof Integer beginning) {
                    kept.set(i, step.begunAt(((Recorded.Step) batch.get(beginning)).at()));
                    superfluous.add(beginning);
                    begun.remove(delivery);
                }
            }
        }
        List<Recorded> joined = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            if (!superfluous.contains(i)) {
                joined.add(kept.get(i));
            }
        }
        return joined;
    }
}
