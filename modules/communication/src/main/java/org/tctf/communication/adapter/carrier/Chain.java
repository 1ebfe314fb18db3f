package org.tctf.communication.adapter.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.communication.application.Carriers.NoneAvailable;
import org.tctf.communication.application.Carriers.Outcome;
import org.tctf.communication.application.Providers;
import org.tctf.communication.domain.Failover;

/**
 * Asks one provider after the other. What one of them refuses for good is not offered to the next.
 *
 * @param <M> what is sent
 */
record Chain<M>(List<GuardedWay<M>> inOrder) {

    Outcome carry(String id, M message) {
        List<Failover> passedOver = new ArrayList<>();
        for (GuardedWay<M> way : inOrder) {
            try {
                Optional<Failover.Cause> failure = way.send(id, message);
                if (failure.isEmpty()) {
                    return new Outcome.Taken(way.name(), List.copyOf(passedOver));
                }
                passedOver.add(new Failover(way.name(), failure.get()));
            } catch (Refusal refused) {
                return new Outcome.Refused(way.name(), String.valueOf(refused.getMessage()));
            }
        }
        throw new NoneAvailable(id, passedOver);
    }

    List<Providers.Health> health() {
        return inOrder.stream().map(GuardedWay::health).toList();
    }
}
