package org.tctf.authpassword.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A password that is being replaced in the provider: written before, gone after, so that it is announced also when a crash
 * comes in between.
 *
 * @param setBefore when the password before was set; none for the first
 * @param resetId the reset that leads to it; none when its owner knows the old one
 */
public record Replacement(
        String accountId,
        Instant startedAt,
        @Nullable Instant setBefore,
        @Nullable String resetId) {}
