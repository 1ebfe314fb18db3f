package org.tctf.authcore.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has become a member. Kept for the rest of its day, so that a link that is followed twice says so. */
public record ConfirmedSignUp(
        String id, String accountId, @Nullable String language, Instant startedAt, long version) implements SignUp {}
