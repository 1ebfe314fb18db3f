package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.mail.MailReport;

/** Writes into the delivery log what a provider says of a mail after it took it. */
@Singleton
public class RecordMailReport {
    private final Messages messages;
    private final InstantSource clock;

    public RecordMailReport(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Does nothing for a message that is erased, or older than the log. */
    public void record(MailReport report) {
        messages.decide(
                report.mailId(), message -> message.reported(report.fate(), report.provider(), clock.instant()));
    }
}
