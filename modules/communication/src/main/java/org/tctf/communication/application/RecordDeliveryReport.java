package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.delivery.DeliveryReport;

/** Writes into the delivery log what a provider says of a message after it took it. */
@Singleton
public class RecordDeliveryReport {
    private final Messages messages;
    private final InstantSource clock;

    public RecordDeliveryReport(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Does nothing for a message that is erased, or older than the log. */
    public void record(DeliveryReport report) {
        messages.decide(
                report.messageId(), message -> message.reported(report.fate(), report.provider(), clock.instant()));
    }
}
