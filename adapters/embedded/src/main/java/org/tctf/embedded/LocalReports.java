package org.tctf.embedded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.delivery.DeliveryReport.Told;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * What the mailbox and the handset on this machine say of a message later: that it is there, at once; and whatever else
 * somebody has them say. SMTP servers say nothing later. Safe for concurrent use.
 */
public final class LocalReports {
    private final Map<String, ServiceDefinition> hearers = Service.all().stream()
            .map(Service::definition)
            .filter(service -> service.deliveryReports().isPresent())
            .collect(Collectors.toMap(ServiceDefinition::name, Function.identity()));
    private final EventBus bus;
    private final Codec codec;
    private final Ids ids;
    private final InstantSource clock;

    /** @param bus takes what is said to the queues of those who want to hear it */
    public LocalReports(EventBus bus, Codec codec, Ids ids, InstantSource clock) {
        this.bus = bus;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same mailbox, which says of each mail that it was delivered. */
    public MailTransport on(MailTransport mailbox) {
        return new MailTransport() {
            @Override
            public String name() {
                return mailbox.name();
            }

            @Override
            public void send(Mail mail) {
                mailbox.send(mail);
                try {
                    report(mail, Fate.DELIVERED, name());
                } catch (RuntimeException notStored) {
                    throw new Uncertain(name(), notStored);
                }
            }
        };
    }

    /** The same phone, which says of each message that it was delivered. */
    public PhoneTransport on(PhoneTransport handset) {
        return new PhoneTransport() {
            @Override
            public String name() {
                return handset.name();
            }

            @Override
            public void send(PhoneMessage message) {
                handset.send(message);
                try {
                    report(message, Fate.DELIVERED, name());
                } catch (RuntimeException notStored) {
                    throw new Unavailable(name(), notStored);
                }
            }
        };
    }

    /** What the service that a mail reports to asks for. */
    public Set<Fate> askedOf(Mail mail) {
        return Optional.ofNullable(mail.reportsTo())
                .map(hearers::get)
                .map(ServiceDefinition::hearsOfDeliveries)
                .orElse(Set.of());
    }

    /** Says it to the service that the mail reports to, if that asks for it. */
    public void report(Mail mail, Fate fate, String provider) {
        publish(mail.reportsTo(), new DeliveryReport(mail.id(), mail.to(), fate, provider));
    }

    /** Says it to the service that the message reports to, if that asks for it. */
    public void report(PhoneMessage message, Fate fate, String provider) {
        publish(message.reportsTo(), new DeliveryReport(message.id(), fate, provider));
    }

    private void publish(@Nullable String reportsTo, DeliveryReport report) {
        Optional.ofNullable(reportsTo)
                .map(hearers::get)
                .filter(service -> service.hearsOfDeliveries().contains(report.fate()))
                .flatMap(ServiceDefinition::deliveryReports)
                .ifPresent(queue -> publish(queue.queue(), new Told(ids.next().toString(), clock.instant(), report)));
    }

    private void publish(String queue, Told told) {
        bus.publish(List.of(new Outgoing(told.envelope(codec), queue, Duration.ZERO)));
    }
}
