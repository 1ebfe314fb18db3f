package org.tctf.authmfa.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.Passkey;

/**
 * @param backedUp whether its member's other devices have it too
 * @param usedAt absent before its first use
 */
record PasskeyView(
        String id,
        String name,
        boolean backedUp,
        Instant createdAt,
        @Nullable Instant usedAt) {

    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(passkey.id(), passkey.name(), passkey.backedUp(), passkey.createdAt(), passkey.usedAt());
    }
}
