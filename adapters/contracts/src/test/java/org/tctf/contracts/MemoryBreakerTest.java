package org.tctf.contracts;

import org.tctf.kernel.breaker.BreakerStates;

class MemoryBreakerTest extends BreakerContract {
    private final BreakerStates states = BreakerStates.inMemory();

    @Override
    protected BreakerStates states() {
        return states;
    }
}
