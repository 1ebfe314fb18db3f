package org.tctf.communication.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.BrowserSubscription;

/**
 * A browser's {@code PushSubscription} as JSON (Push API §8), and a name for it.
 *
 * @param expirationTime milliseconds since 1970; absent or null where it goes on until it is ended
 * @param device what its owner calls it
 */
record PushSubscriptionForm(
        @Size(max = 2000) String endpoint,
        @Nullable @Min(0) @Max(253_402_300_799_000L) Long expirationTime,
        @Valid Keys keys,
        @Nullable @Size(min = 1, max = 60) String device) {

    /**
     * @param p256dh the browser's public key, base64url
     * @param auth the secret that it shares with us, base64url
     */
    record Keys(
            @Size(max = 100) String p256dh, @Size(max = 30) String auth) {
        @Override
        public String toString() {
            return "Keys";
        }
    }

    BrowserSubscription browser() {
        return BrowserSubscription.of(endpoint, keys.p256dh(), keys.auth());
    }

    @Nullable
    Instant expiresAt() {
        return expirationTime == null ? null : Instant.ofEpochMilli(expirationTime);
    }

    @Override
    public String toString() {
        return "PushSubscriptionForm";
    }
}
