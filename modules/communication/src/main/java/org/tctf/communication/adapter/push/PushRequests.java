package org.tctf.communication.adapter.push;

import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import org.tctf.communication.adapter.hook.ApacheHooks;
import org.tctf.communication.application.PushCarrier;

/** Makes of a push what RFC 8030 §5 posts, and posts it as webhooks are posted: to public addresses only. */
@Singleton
public class PushRequests {
    private final ApacheHooks hooks;
    private final Vapid vapid;
    private final SecureRandom random;

    public PushRequests(ApacheHooks hooks, Vapid vapid, SecureRandom random) {
        this.hooks = hooks;
        this.vapid = vapid;
        this.random = random;
    }

    /** @throws IllegalStateException when there was no answer */
    public ApacheHooks.Answer post(PushCarrier.Push push) {
        URI endpoint = push.to().endpoint();
        return hooks.post(
                endpoint,
                Map.of(
                        "User-Agent", "TCTF-Push/1.0",
                        "Authorization", vapid.authorization(endpoint),
                        "Content-Encoding", "aes128gcm",
                        "TTL", Long.toString(push.urgency().kept().toSeconds()),
                        "Urgency", push.urgency().name().toLowerCase(Locale.ROOT),
                        "Topic", push.topic()),
                SealedPush.of(push.payload(), push.to(), random));
    }
}
