package org.tctf.communication.adapter.carrier;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tctf.communication.adapter.hook.ApacheHooks;
import org.tctf.communication.adapter.push.PushRequests;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.PushCarrier;
import org.tctf.communication.domain.Failover;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.crypto.Hashes;

/**
 * Browsers' push services, each host behind a time limit and a breaker of its own. As with webhooks, neither a breaker's name
 * nor what is logged tells the host: a member names it.
 */
@Singleton
public class PushServices implements PushCarrier {
    private static final String NAME = "web-push";
    // RFC 8030 §7.3: a subscription that has ended, or never was.
    private static final int NOT_FOUND = 404;
    private static final int NO_MORE = 410;

    private final PushRequests requests;
    private final BreakerStates breakers;
    private final InstantSource clock;

    public PushServices(PushRequests requests, BreakerStates breakers, InstantSource clock) {
        this.requests = requests;
        this.breakers = breakers;
        this.clock = clock;
    }

    @Override
    public Outcome carry(Push push) {
        AtomicReference<Optional<Duration>> retryAfter = new AtomicReference<>(Optional.empty());
        GuardedWay<Push> way = new GuardedWay<>(
                "push " + Hashes.sha256(push.to().endpoint().getHost()),
                NAME,
                one -> send(one, retryAfter),
                CarrierLimits.ANSWER,
                breakers,
                clock);
        try {
            Optional<Failover.Cause> failure = way.send(push.id(), push);
            if (failure.isEmpty()) {
                return new Outcome.Taken(NAME);
            }
            return retryAfter
                    .get()
                    .<Outcome>map(Outcome.Later::new)
                    .orElseThrow(
                            () -> new Carriers.NoneAvailable(push.id(), List.of(new Failover(NAME, failure.get()))));
        } catch (Gone gone) {
            return new Outcome.Gone();
        } catch (Refusal refused) {
            return new Outcome.Refused();
        }
    }

    private void send(Push push, AtomicReference<Optional<Duration>> retryAfter) {
        ApacheHooks.Answer answer = requests.post(push);
        if (answer.isNotNow()) {
            retryAfter.set(RetryAfter.of(answer.retryAfter(), clock.instant()));
            throw answer.failure();
        }
        if (answer.status() == NOT_FOUND || answer.status() == NO_MORE) {
            throw new Gone(answer.failure());
        }
        if (!answer.isYes()) {
            throw new Refusal(answer.failure());
        }
    }
}
