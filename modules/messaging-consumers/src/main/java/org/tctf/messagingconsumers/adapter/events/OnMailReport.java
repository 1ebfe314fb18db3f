package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.SuppressReported;

/** Hears whose mail came back for good, and who called it spam. */
@Singleton
public class OnMailReport implements EventConsumer<DeliveryReport> {
    private final SuppressReported suppressReported;

    public OnMailReport(SuppressReported suppressReported) {
        this.suppressReported = suppressReported;
    }

    @Override
    public void on(DeliveryReport report, Envelope envelope) {
        suppressReported.suppress(report);
    }
}
