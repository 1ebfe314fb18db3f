package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.SettleReading;
import org.tctf.activity.domain.SettleRead;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Members who may have read, in a conversation, what they are told of it. */
@Singleton
public final class ReadSettlings implements EventConsumer<SettleRead> {
    private final SettleReading settleReading;

    public ReadSettlings(SettleReading settleReading) {
        this.settleReading = settleReading;
    }

    @Override
    public void on(SettleRead command, Envelope envelope) {
        settleReading.settle(command);
    }
}
