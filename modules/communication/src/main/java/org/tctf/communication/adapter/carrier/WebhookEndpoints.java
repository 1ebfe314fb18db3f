package org.tctf.communication.adapter.carrier;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.adapter.hook.ApacheHooks;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.HookCarrier;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.crypto.Hashes;

/**
 * Members' servers, each host behind a time limit and a breaker of its own: one that hangs costs its owner's messages time,
 * nobody else's. Neither a breaker's name nor what is logged tells the host: it is a member's, and outlives them there.
 */
@Singleton
public class WebhookEndpoints implements HookCarrier {
    private static final String NAME = "webhook";

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
        GuardedWay<Post> way = new GuardedWay<>(
                "webhook " + Hashes.sha256(post.url().getHost()),
                NAME,
                this::send,
                CarrierLimits.ANSWER,
                breakers,
                clock);
        return new Chain<>(List.of(way)).carry(post.id(), post);
    }

    private void send(Post post) {
        ApacheHooks.Answer answer = hooks.post(post);
        if (answer.isNotNow()) {
            throw answer.failure();
        }
        if (!answer.isYes()) {
            throw new Refusal(answer.failure());
        }
    }
}
