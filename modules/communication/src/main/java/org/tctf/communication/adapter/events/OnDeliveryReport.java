package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.RecordDeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Hears what became of a mail, a text message or a call. */
@Singleton
public class OnDeliveryReport implements EventConsumer<DeliveryReport> {
    private final RecordDeliveryReport recordDeliveryReport;

    public OnDeliveryReport(RecordDeliveryReport recordDeliveryReport) {
        this.recordDeliveryReport = recordDeliveryReport;
    }

    @Override
    public void on(DeliveryReport report, Envelope envelope) {
        recordDeliveryReport.record(report);
    }
}
