package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of an application; only its hash is kept.
 *
 * @param until when a replaced one stops being good; absent for the present one
 */
public record ClientSecret(String hash, @Nullable Instant until) {

    boolean isGoodAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
