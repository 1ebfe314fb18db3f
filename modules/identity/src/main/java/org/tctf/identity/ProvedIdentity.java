package org.tctf.identity;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * An identity elsewhere that somebody has just proved to be theirs, with what its provider says of them.
 *
 * @param email one that the provider has verified
 */
public record ProvedIdentity(
        ExternalIdentity identity,
        EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName) {}
