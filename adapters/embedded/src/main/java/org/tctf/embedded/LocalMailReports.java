package org.tctf.embedded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tctf.bus.EmbeddedBus;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailReport;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * What the mailbox on this machine says of a mail later: that it is there, at once; and whatever else somebody has it say.
 * SMTP servers say nothing later. Safe for concurrent use.
 */
public final class LocalMailReports {
    private final Map<String, ServiceDefinition> hearers = Service.all().stream()
            .map(Service::definition)
            .filter(service -> service.mailReports().isPresent())
            .collect(Collectors.toMap(ServiceDefinition::name, Function.identity()));
    private final EmbeddedBus bus;
    private final Codec codec;
    private final Ids ids;
    private final InstantSource clock;

    LocalMailReports(EmbeddedBus bus, Codec codec, Ids ids, InstantSource clock) {
        this.bus = bus;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same mailbox, which says of each mail that it was delivered. */
    MailTransport on(MailTransport mailbox) {
        return new MailTransport() {
            @Override
            public String name() {
                return mailbox.name();
            }

            @Override
            public void send(Mail mail) {
                mailbox.send(mail);
                try {
                    report(mail, MailReport.Fate.DELIVERED, name());
                } catch (RuntimeException notStored) {
                    throw new Uncertain(name(), notStored);
                }
            }
        };
    }

    /** Says it to the service that the mail reports to, if that asks for it. */
    public void report(Mail mail, MailReport.Fate fate, String provider) {
        Optional.ofNullable(mail.reportsTo())
                .map(hearers::get)
                .filter(service -> service.hearsOfMail().contains(fate))
                .flatMap(ServiceDefinition::mailReports)
                .ifPresent(queue -> publish(queue.queue(), new MailReport(mail.id(), mail.to(), fate, provider)));
    }

    private void publish(String queue, MailReport report) {
        Envelope envelope = report.envelope(ids.next().toString(), clock.instant(), codec);
        bus.publish(List.of(new Outgoing(envelope, queue, Duration.ZERO)));
    }
}
