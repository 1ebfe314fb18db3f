package org.tctf.http;

import org.tctf.contracts.RateCountersContract;
import org.tctf.kernel.web.RateCounters;

class CaffeineRateCountersTest extends RateCountersContract {
    private final RateCounters counters = new CaffeineRateCounters();

    @Override
    protected RateCounters counters() {
        return counters;
    }
}
