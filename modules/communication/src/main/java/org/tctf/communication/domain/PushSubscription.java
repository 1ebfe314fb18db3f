package org.tctf.communication.domain;

import java.time.Instant;
import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Encrypted;

/**
 * One browser of a member's that shows what is pushed to it.
 *
 * @param id made of its endpoint: the same browser is the same subscription, whoever registers it
 * @param sessionId of its owner's when it was registered last; it is not pushed to any more when that has ended
 * @param device what its owner calls it
 * @param service the host of its push service
 * @param sealed its endpoint, which whoever has it can post to, and its keys: a {@link BrowserSubscription} as JSON
 * @param expiresAt the browser's own word on it; absent where it goes on until it is ended
 */
@Entity
public record PushSubscription(
        @Identity String id,
        String sessionId,
        @Nullable String device,
        String service,
        Encrypted sealed,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    /** For which endpoints and keys are sealed. */
    public static final String PURPOSE = "push-subscription";

    boolean isGoodAt(Instant moment) {
        return expiresAt == null || moment.isBefore(expiresAt);
    }

    /** As one that is registered again: since when it is here stays. */
    PushSubscription inPlaceOf(PushSubscription known) {
        return new PushSubscription(id, sessionId, device, service, sealed, known.createdAt, expiresAt);
    }
}
