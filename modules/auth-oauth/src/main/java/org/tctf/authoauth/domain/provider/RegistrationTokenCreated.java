package org.tctf.authoauth.domain.provider;

import java.time.Instant;

/** An administrator lets applications register themselves. */
public record RegistrationTokenCreated(
        String tokenId, String label, int applications, Instant until, String createdBy) {}
