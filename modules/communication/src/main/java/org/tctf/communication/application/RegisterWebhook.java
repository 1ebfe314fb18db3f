package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.tctf.communication.domain.HookUrl;
import org.tctf.communication.domain.Webhook;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;

/** Adds a webhook of the caller's, with a secret that is shown this once. */
@Singleton
public class RegisterWebhook {
    /** As Standard Webhooks writes secrets. */
    private static final String PREFIX = "whsec_";

    private static final int SECRET_BYTES = 32;

    /** A new webhook, and its secret in clear. */
    public record Registered(Webhook webhook, String secret) {

        @Override
        public String toString() {
            return "Registered[%s]".formatted(webhook.id());
        }
    }

    private final WebhookBook webhookBook;
    private final Encryption encryption;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random;

    public RegisterWebhook(
            WebhookBook webhookBook, Encryption encryption, Ids ids, InstantSource clock, SecureRandom random) {
        this.webhookBook = webhookBook;
        this.encryption = encryption;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @throws org.tctf.kernel.Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code TOO_MANY_WEBHOOKS}, {@code
     *     WEBHOOK_EXISTS}
     */
    public Registered register(Principal caller, HookUrl url) {
        caller.requireRecentProof(clock);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        Webhook webhook = new Webhook(
                ids.next().toString(), url.value(), encryption.encrypt(Webhook.PURPOSE, secret), clock.instant());
        webhookBook.change(caller.memberId(), known -> known.with(webhook));
        return new Registered(webhook, secret);
    }
}
