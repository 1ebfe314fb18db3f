package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.tctf.activity.domain.SettleRead;

/** Marks notifications about conversations as read when their member has read there what they tell of. */
@Singleton
public final class SettleReading {
    private final Readings readings;

    public SettleReading(Readings readings) {
        this.readings = readings;
    }

    public void settle(SettleRead command) {
        readings.settle(command.memberId());
    }
}
