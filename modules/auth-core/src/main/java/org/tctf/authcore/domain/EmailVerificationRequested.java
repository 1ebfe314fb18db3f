package org.tctf.authcore.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** An address has to be confirmed, by this code or this link. */
public record EmailVerificationRequested(
        String userId,
        EmailAddress email,
        Line firstName,
        @Nullable String language,
        Encrypted code,
        Encrypted linkToken,
        Instant expiresAt) {}
