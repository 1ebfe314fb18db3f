package org.tctf.communication.adapter.carrier;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.adapter.hook.ApacheHooks;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.HookCarrier;
import org.tctf.kernel.breaker.BreakerStates;

/**
 * Members' servers, each host behind a time limit and a breaker of its own: one that hangs costs its owner's messages time,
 * nobody else's.
 */
@Singleton
public class WebhookEndpoints implements HookCarrier {
    private static final String NAME = "webhook";
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ApacheHooks hooks;
    private final BreakerStates breakers;
    private final InstantSource clock;

    public WebhookEndpoints(ApacheHooks hooks, BreakerStates breakers, InstantSource clock) {
        this.hooks = hooks;
        this.breakers = breakers;
        this.clock = clock;
    }

    @Override
    public Carriers.Outcome carry(Post post) {
        String host = post.url().getHost();
        GuardedWay<Post> way =
                new GuardedWay<>("webhook " + host, NAME, this::send, CarrierLimits.ANSWER, breakers, clock);
        return new Chain<>(List.of(way)).carry(post.id(), post);
    }

    private void send(Post post) {
        int status = hooks.post(post);
        if (status / 100 == 2) {
            return;
        }
        IllegalStateException answer = new IllegalStateException("it answered " + status);
        if (status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS) {
            throw answer;
        }
        // A redirect is not followed: whoever answers by one could lead us anywhere.
        throw new Refusal(answer);
    }
}
