package org.tctf.communication.adapter.carrier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.PhoneCarriers;
import org.tctf.communication.application.PhoneHealth;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.kernel.phone.PhoneTransports;

/** The providers of text messages and calls, with failover. */
@Singleton
public class PhoneProviders implements PhoneCarriers, PhoneHealth {
    private final Chain<PhoneMessage> chain;

    @Inject
    public PhoneProviders(PhoneTransports transports, BreakerStates breakers, InstantSource clock) {
        this(transports, CarrierLimits.ANSWER, breakers, clock);
    }

    PhoneProviders(PhoneTransports transports, Duration limit, BreakerStates breakers, InstantSource clock) {
        chain = new Chain<>(transports.inOrder().stream()
                .map(transport -> new GuardedWay<>("phone", transport.name(), way(transport), limit, breakers, clock))
                .toList());
    }

    @Override
    public Carriers.Outcome carry(PhoneMessage message) {
        return chain.carry(message.id(), message.reportedTo(CommunicationService.DEFINITION.name()));
    }

    @Override
    public List<Health> health() {
        return chain.health();
    }

    private static Way<PhoneMessage> way(PhoneTransport transport) {
        return message -> {
            try {
                transport.send(message);
            } catch (PhoneTransport.Rejected rejected) {
                throw new Refusal(rejected);
            }
        };
    }
}
