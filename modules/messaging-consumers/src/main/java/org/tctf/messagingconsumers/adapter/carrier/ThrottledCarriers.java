package org.tctf.messagingconsumers.adapter.carrier;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Carriers;
import org.tctf.messagingconsumers.application.campaign.Rates;

/**
 * The providers in their order, none faster than its rate. The count is shared by all processes, as the providers' own is.
 *
 * <p>No circuit breaker: a lane that is not served rests by itself, longer each time, and asks with one mail. The connections
 * in use are the lanes that work, which are the workers of the queue (ADR 32).
 */
@Singleton
public class ThrottledCarriers implements Carriers {
    private static final Logger LOG = LoggerFactory.getLogger(ThrottledCarriers.class);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<MailTransport> transports;
    private final Rates rates;
    private final RateCounters counters;
    private final InstantSource clock;

    public ThrottledCarriers(MailTransports transports, Rates rates, RateCounters counters, InstantSource clock) {
        this.transports = transports.inOrder();
        this.rates = rates;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> pause() {
        return pause(transports.getFirst().name());
    }

    @Override
    public Outcome hand(Mail mail) {
        Outcome outcome = hand(transports.getFirst(), mail);
        for (MailTransport next : transports.subList(1, transports.size())) {
            if (!(outcome instanceof Outcome.NotTaken) || pause(next.name()).isPresent()) {
                break;
            }
            outcome = hand(next, mail);
        }
        return outcome;
    }

    private Optional<Duration> pause(String provider) {
        Quota quota = new Quota("bulk", rates.of(provider), SECOND);
        RateCounters.Standing standing = counters.count("bulk-mail/" + provider, quota, clock.instant());
        return standing.isAllowed() ? Optional.empty() : Optional.of(standing.resetsIn());
    }

    private static Outcome hand(MailTransport transport, Mail mail) {
        try {
            transport.send(mail.reportedTo(MessagingConsumersService.DEFINITION.name()));
            return new Outcome.Taken(transport.name());
        } catch (MailTransport.Rejected rejected) {
            return new Outcome.Refused(rejected.isOfRecipient());
        } catch (MailTransport.Uncertain nobodyKnows) {
            LOG.warn("whether {} has mail {} is not known: {}", transport.name(), mail.id(), nobodyKnows.getMessage());
            return new Outcome.Unknown();
        } catch (MailTransport.Unavailable notTaken) {
            LOG.info("{} did not take mail {}: {}", transport.name(), mail.id(), notTaken.getMessage());
            return new Outcome.NotTaken();
        }
    }
}
