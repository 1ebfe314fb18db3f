package org.tctf.communication.adapter.carrier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.MailHealth;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;

/** The providers of mail, with failover. */
@Singleton
public class MailCarriers implements Carriers, MailHealth {
    private final Chain<Mail> chain;

    @Inject
    public MailCarriers(MailTransports transports, BreakerStates breakers, InstantSource clock) {
        this(transports, CarrierLimits.ANSWER, breakers, clock);
    }

    MailCarriers(MailTransports transports, Duration limit, BreakerStates breakers, InstantSource clock) {
        chain = new Chain<>(transports.inOrder().stream()
                .map(transport -> new GuardedWay<>("mail", transport.name(), way(transport), limit, breakers, clock))
                .toList());
    }

    @Override
    public Outcome carry(Mail mail) {
        return chain.carry(mail.id(), mail.reportedTo(CommunicationService.DEFINITION.name()));
    }

    @Override
    public List<Health> health() {
        return chain.health();
    }

    private static Way<Mail> way(MailTransport transport) {
        return mail -> {
            try {
                transport.send(mail);
            } catch (MailTransport.Rejected rejected) {
                throw new Refusal(rejected);
            }
        };
    }
}
