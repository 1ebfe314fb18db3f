package org.tctf.authpassword.domain;

import java.time.Instant;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** The owner of an account may set a new password with this code. */
public record PasswordResetRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}
