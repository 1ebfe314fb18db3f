package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.identity.Principal;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encryption;

/** Has the caller notified on the browser that they sit at; again changes nothing but what the browser says of itself. */
@Singleton
public class RegisterPushSubscription {
    private final PushBook pushBook;
    private final Encryption encryption;
    private final Codec codec;
    private final InstantSource clock;

    public RegisterPushSubscription(PushBook pushBook, Encryption encryption, Codec codec, InstantSource clock) {
        this.pushBook = pushBook;
        this.encryption = encryption;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * @param device what its owner calls it
     * @param expiresAt when the browser ends it by itself
     * @throws Problem {@code TOO_MANY_PUSH_SUBSCRIPTIONS}, {@code PUSH_SUBSCRIPTION_EXPIRED}
     */
    public PushSubscription register(
            Principal caller, BrowserSubscription browser, @Nullable String device, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw Problem.invalid(
                            "PUSH_SUBSCRIPTION_EXPIRED",
                            "The browser's subscription ended at %s; subscribe again.".formatted(expiresAt))
                    .at("/expirationTime");
        }
        PushSubscription subscription = new PushSubscription(
                browser.id(),
                caller.sessionId(),
                device,
                browser.endpoint().getHost(),
                encryption.encrypt(PushSubscription.PURPOSE, codec.toJson(browser)),
                now,
                expiresAt);
        return pushBook.register(caller.memberId(), subscription);
    }
}
