package org.tctf.communication.adapter.carrier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.Providers;
import org.tctf.communication.domain.Failover;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;

/** Asks one provider after the other. A mail that one of them refuses for good is not offered to the next. */
@Singleton
public class FailoverCarriers implements Carriers, Providers {
    private final List<GuardedTransport> transports;

    @Inject
    public FailoverCarriers(MailTransports transports, BreakerStates breakers, InstantSource clock) {
        this(transports, CarrierLimits.ANSWER, breakers, clock);
    }

    FailoverCarriers(MailTransports transports, Duration limit, BreakerStates breakers, InstantSource clock) {
        this.transports = transports.inOrder().stream()
                .map(transport -> new GuardedTransport(transport, limit, breakers, clock))
                .toList();
    }

    @Override
    public Outcome carry(Mail mail) {
        List<Failover> passedOver = new ArrayList<>();
        for (GuardedTransport transport : transports) {
            try {
                Optional<Failover.Cause> failure = transport.send(mail);
                if (failure.isEmpty()) {
                    return new Outcome.Taken(transport.name(), List.copyOf(passedOver));
                }
                passedOver.add(new Failover(transport.name(), failure.get()));
            } catch (MailTransport.Rejected rejected) {
                return new Outcome.Refused(transport.name(), String.valueOf(rejected.getMessage()));
            }
        }
        throw new NoneAvailable(mail.id(), passedOver);
    }

    @Override
    public List<Health> health() {
        return transports.stream().map(GuardedTransport::health).toList();
    }
}
