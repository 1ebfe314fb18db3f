package org.tctf.authpassword.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Somebody asked for a new password for an address that has no account that could sign in. */
public record PasswordResetOfUnknownAddress(
        String resetId, EmailAddress email, @Nullable String language) {}
