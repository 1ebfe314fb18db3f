package org.tctf.kernel.breaker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Port: where the states of breakers are kept. */
public interface BreakerStates {

    /** As of now; {@link BreakerState#CLOSED} of a provider that nobody has asked. */
    BreakerState of(String provider);

    /** Writes the next state, if what was seen still holds. */
    boolean replace(String provider, BreakerState seen, BreakerState next);

    /** For one process, forgotten at its end. */
    static BreakerStates inMemory() {
        Map<String, BreakerState> states = new ConcurrentHashMap<>();
        return new BreakerStates() {
            @Override
            public BreakerState of(String provider) {
                return states.getOrDefault(provider, BreakerState.CLOSED);
            }

            @Override
            public boolean replace(String provider, BreakerState seen, BreakerState next) {
                states.putIfAbsent(provider, BreakerState.CLOSED);
                return states.replace(provider, seen, next);
            }
        };
    }
}
