package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Somebody has signed up with the address of an account that exists; its owner is to know. */
public record SignUpRepeated(
        String userId, EmailAddress email, @Nullable String language) {}
