package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.RecordMailReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.mail.MailReport;

/** Hears what became of a mail. */
@Singleton
public class OnMailReport implements EventConsumer<MailReport> {
    private final RecordMailReport recordMailReport;

    public OnMailReport(RecordMailReport recordMailReport) {
        this.recordMailReport = recordMailReport;
    }

    @Override
    public void on(MailReport report, Envelope envelope) {
        recordMailReport.record(report);
    }
}
